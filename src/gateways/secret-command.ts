/** Names that Secrets Manager gives, none of whose letters means anything to a shell. */
const PLAIN_NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;

const SECRET = /^arn:[a-z-]+:secretsmanager:(?<region>[a-z0-9-]+):[0-9]{12}:secret:(?<name>.+)-[A-Za-z0-9]{6}$/;

/**
 * The command that makes a secret with one value, for bash and zsh. The value is read from a prompt: it stands in no history, and in
 * no list of processes. What of an ARN a shell could take for more than a name is left to whoever runs it.
 * @param jsonKey letters, digits, `_`, `.`, `-`, as the schema has it
 */
export const secretCommand = ({ secret, jsonKey }: { readonly secret: string; readonly jsonKey: string }): string => {
  const { region = 'REGION', name = 'NAME' } = SECRET.exec(secret)?.groups ?? {};
  const plain = PLAIN_NAME.test(name) && !name.startsWith('-') ? name : 'NAME';
  // What JSON has to escape in a key: the backslash first.
  const escaped = 'KEY=$' + '{KEY//\\\\/\\\\\\\\} KEY=$' + '{KEY//\\"/\\\\\\"}';
  return `read -rs KEY && ${escaped} && printf '{"${jsonKey}":"%s"}' "$KEY" | aws secretsmanager create-secret --region ${region} --name ${plain} --secret-string file:///dev/stdin --query ARN --output text; unset KEY`;
};
