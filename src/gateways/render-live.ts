import { type GatewayPlace, readDefinitions } from './definition.ts';
import { definitionText } from './draft.ts';
import type { Pulled } from './pull.ts';
import { renderTemplate } from './render.ts';
import type { Template } from './template.ts';
import type { GatewayWorld } from './world.ts';

/** The template that a live gateway would have; undefined where no definition holds what is live. */
export const renderLive = (place: GatewayPlace, pulled: Pulled, world: GatewayWorld): Template | undefined => {
  const folder = `${place.account}/${place.region}`;
  const path = `${folder}/${place.name}.yaml`;
  const [definition] = readDefinitions(new Map([[path, definitionText(pulled.definition)]]), 'gateways').definitions;
  if (definition === undefined) return undefined;
  const documents = [...pulled.documents].map(([name, text]): [string, string] => [`${folder}/${name}`, text]);
  return renderTemplate(definition, { ...world, files: new Map([...world.files, ...documents]) });
};
