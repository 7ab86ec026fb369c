/** What strangers write where they may write anything. Each holds the mark, by which it is found wherever it comes out. */

/** Stands in each text, and in nothing that the product writes. */
export const MARK = 'zqz';

/** The host of every address that a stranger brings. */
export const STRANGE_HOST = 'evil.example';

const RUNNER = [
  `::set-output name=${MARK}::${MARK}`,
  `x\n::set-env name=PATH::/${MARK}`,
  `x\r\n##[error]${MARK}`,
  `##[add-mask]${MARK}`,
  `%0A::add-mask::${MARK}`,
  `  ::stop-commands::${MARK}`,
  `::error file=a.yaml,line=1::${MARK}`,
  `x\n::endgroup::\n::group::${MARK}`,
];

const UNSEEN = [
  `\u001b[2J\u001b]0;${MARK}\u0007`,
  `\u009b31m${MARK}\u0085`,
  `${MARK}\u202egpj.exe`,
  `\u2066${MARK}\u2069 \u200e`,
  `\ufeff${MARK}\u200b\u00ad\u2060`,
  `${MARK}\u{e0041}\u{e0042}`,
  `${MARK}\u2028::error::x\u2029`,
  `\ud800${MARK}\udc00`,
  `${MARK}\u0000\u0008\u007f`,
  `\r${MARK}`,
];

const MARKDOWN = [
  `[${MARK}](https://${STRANGE_HOST}/a)`,
  `![${MARK}](https://${STRANGE_HOST}/a.png)`,
  `[${MARK}]: https://${STRANGE_HOST}/a`,
  `https://${STRANGE_HOST}/${MARK} www.${STRANGE_HOST}/${MARK} ${MARK}@${STRANGE_HOST}`,
  `<https://${STRANGE_HOST}/${MARK}>`,
  `@acme/everybody @${MARK} (@alice)`,
  `fixes #1, closes GH-2, acme/catalogue#3 ${MARK}`,
  `${MARK} deadbeefdeadbeefdeadbeefdeadbeefdeadbeef :tada: $a_b$`,
  `\`\`\`\n</code></pre></details>\n\`\`\`\n# ${MARK}`,
  `${MARK} | x | y\n|---|---|\n| a | b |`,
  `${MARK}\\`,
  `<details open><summary>${MARK}</summary>`,
  `--> ${MARK} <!-- agentcore-sync:plan -->`,
  `**${MARK}** __x__ ~~y~~ *z*`,
  `${MARK}\n===\n- [x] a\n1. b\n> c`,
  `&lt;b&gt; &#64;acme &commat;${MARK}`,
  `${MARK}[^1]\n\n[^1]: x`,
];

const HTML = [
  `<img src=https://${STRANGE_HOST}/x onerror=${MARK}()>`,
  `<script>${MARK}()</script>`,
  `</script><script src="https://${STRANGE_HOST}/${MARK}.js"></script>`,
  `"><svg onload=${MARK}()>`,
  `' onmouseover='${MARK}()`,
  `javascript:${MARK}()`,
  `data:text/html,<b>${MARK}</b>`,
  `</td></tr></table><iframe srcdoc="${MARK}">`,
  `</title><base href="https://${STRANGE_HOST}/"> ${MARK}`,
  `{"@context":"https://${STRANGE_HOST}","x":"${MARK}</script>"}`,
  `]]><style>*{background:url(//${STRANGE_HOST}/${MARK})}</style>`,
];

const FILES = [
  `${MARK}: yes\nregistration:\n  path: /${MARK}/\n`,
  `${MARK}"\n---\nkind: server\n`,
  `&${MARK} !!js/function "x" *a`,
  `<<: *${MARK}`,
  `# ${MARK}`,
  `- ${MARK}\n- b`,
  `? ${MARK} : b`,
  `|9 ${MARK}`,
  `"${MARK}': {`,
  `%YAML 1.1 ${MARK}`,
  `../../../.github/workflows/${MARK}.yml`,
  `${MARK}\\..\\..\\CON`,
  `{{resolve:secretsmanager:${MARK}}}`,
  `\${{ secrets.${MARK} }}`,
  `$(${MARK}) \`${MARK}\` \${${MARK}} ; rm -rf ~`,
  `{{7*7}} <%= ${MARK} %> #{${MARK}}`,
  `[skip ci] ${MARK}\n\nCo-authored-by: a <a@${STRANGE_HOST}>\nAgentcore-Sync: tree=${MARK}`,
  `__proto__ ${MARK}`,
];

const TABLES = [
  `=cmd|' /C ${MARK}'!A0`,
  `+${MARK}`,
  `-1+${MARK}`,
  `@SUM(${MARK})`,
  `\t=${MARK}`,
  `"${MARK}","x"\r\n=HYPERLINK("https://${STRANGE_HOST}")`,
];

const LONG = [`${MARK} `.repeat(45), `${MARK}${'<'.repeat(120)}`, `${MARK}${'\u0301'.repeat(150)}`];

export const TEXTS: readonly string[] = [
  ...RUNNER,
  ...UNSEEN,
  ...MARKDOWN,
  ...HTML,
  ...FILES,
  ...TABLES,
  ...LONG,
  `${MARK} 漢字 👩‍💻 é`,
];

/** Another text for each place and number; all texts come to each place once the numbers pass their count. */
export const textFor = (place: number, at: number): string => TEXTS[(at + place * 17) % TEXTS.length] ?? MARK;
