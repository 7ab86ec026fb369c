import type { LockReview } from '../../../model/tools-lock.ts';
import { cardFile } from '../ai-catalog.ts';
import type { SiteAgent, SiteServer } from '../entry.ts';
import { oneLine, registryName, slugOf } from '../names.ts';
import { versionOf } from '../record.ts';
import type { SiteSettings } from '../site-settings.ts';
import { needOf, type Recipe, recipesFor } from './connect.ts';
import { framed } from './frame.ts';
import { type Html, html, isWebAddress } from './html.ts';
import { accountOf, arnOf, dayOf, type Item, itemsOf, ownerOf, type PageEntry, wordsOf } from './page-entry.ts';

const recipeSection = (recipe: Recipe): Html => html`<section id="${recipe.id}" class="recipe">
<h3>${recipe.title}</h3>
${
  'cannot' in recipe
    ? html`<p class="cannot">Can't, because ${recipe.cannot}.</p>`
    : html`${recipe.install === undefined ? undefined : html`<p><a class="button" href="${recipe.install}">Add to ${recipe.title}</a></p>\n`}${recipe.snippets.map(
        ({
          where,
          text,
        }) => html`<figure><figcaption>${where}</figcaption><pre tabindex="0"><code>${text}</code></pre></figure>
`,
      )}${recipe.note === undefined ? undefined : html`<p class="note">${recipe.note}</p>`}`
}
</section>
`;

const connectServer = (server: SiteServer, settings: SiteSettings): Html => {
  const { needs, lasts } = needOf(server, settings);
  const recipes = recipesFor(server, settings);
  return html`<section class="connect" aria-labelledby="connect">
<h2 id="connect">Connect</h2>
<dl class="need"><div><dt>You need</dt><dd>${needs}</dd></div><div><dt>It lasts</dt><dd>${lasts}</dd></div></dl>
<nav class="tabs" aria-label="Clients">${recipes.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}</nav>
${recipes.map(recipeSection)}</section>
`;
};

const connectAgent = (
  agent: SiteAgent,
  settings: SiteSettings,
): Html => html`<section class="connect" aria-labelledby="connect">
<h2 id="connect">Connect</h2>
<dl class="need"><div><dt>You need</dt><dd>${agent.signIn.type === 'none' ? 'Nothing: it asks nobody who they are.' : `Sign in with ${wordsOf(agent, settings)}.`}</dd></div>
<div><dt>Address</dt><dd><code>${agent.url}</code></dd></div></dl>
${
  agent.supportedProtocol === 'a2a'
    ? html`<p>It speaks A2A. <a href="../../${cardFile(agent.path)}">Its card</a> is what A2A clients read.</p>`
    : html`<p>It has an interface of its own, which its owner describes. Editors can't use it: they speak MCP.</p>`
}
</section>
`;

const itemOf = ({
  name,
  title,
  description,
}: Item): Html => html`<li><h3><code>${oneLine(name)}</code>${title === undefined || title === name ? undefined : html` <span>${oneLine(title)}</span>`}</h3>
${description === undefined || description.trim() === '' ? undefined : html`<p>${description}</p>`}</li>
`;

const requestLink = ({ number, url }: NonNullable<LockReview['request']>): Html =>
  isWebAddress(url) ? html`<a href="${url}" rel="noreferrer">#${number}</a>` : html`#${number}`;

const reviewed = ({ facts: { lock, review } }: PageEntry): Html => {
  if (lock === undefined) return html`<p class="review not">Not reviewed: this is what its owner wrote.</p>`;
  if (review === undefined) return html`<p class="review good">Reviewed: this is what it offered then.</p>`;
  const { at, request } = review;
  return html`<p class="review good">Reviewed${request === undefined ? undefined : html` in ${requestLink(request)}`} on ${dayOf(at)}.</p>`;
};

const itemsSection = (one: PageEntry): Html => {
  const items = itemsOf(one);
  const what = one.record.entry.type === 'server' ? 'Tools' : 'Skills';
  return html`<section aria-labelledby="offers">
<h2 id="offers">${what}${items.length === 0 ? undefined : html` <span class="count">${items.length}</span>`}</h2>
${
  items.length === 0 && one.facts.lock === undefined
    ? html`<p class="review not">Not reviewed: nobody noted yet what it offers.</p>`
    : reviewed(one)
}
${items.length === 0 ? undefined : html`<ul class="items">\n${items.map(itemOf)}</ul>\n`}</section>
`;
};

const factRow = (term: string, value: Html | string | undefined): Html | undefined =>
  value === undefined || value === '' ? undefined : html`<div><dt>${term}</dt><dd>${value}</dd></div>\n`;

const FINDINGS_NONE = 'The rules of this catalogue have nothing against it.';

const findingsSection = ({ facts: { findings } }: PageEntry): Html | undefined =>
  findings === undefined
    ? undefined
    : html`<section aria-labelledby="findings">
<h2 id="findings">Open findings${findings.length === 0 ? undefined : html` <span class="count">${findings.length}</span>`}</h2>
${
  findings.length === 0
    ? html`<p>${FINDINGS_NONE}</p>`
    : html`<ul class="items">
${findings.map(({ rule, text }) => html`<li><h3><code>${rule}</code></h3>\n<p>${text}</p></li>\n`)}</ul>`
}
</section>
`;

const securitySection = ({ facts: { security } }: PageEntry): Html | undefined =>
  security === undefined
    ? undefined
    : html`<section aria-labelledby="security">
<h2 id="security">Security</h2>
<dl class="about">
${security.map(([what, answer]) => factRow(what, answer))}</dl>
</section>
`;

const providerOf = ({ record: { entry } }: PageEntry, { expose }: SiteSettings): Html | string | undefined => {
  if (entry.provider === undefined || !expose.has('owners')) return undefined;
  const { organization, url } = entry.provider;
  return isWebAddress(url) ? html`<a href="${url}" rel="noreferrer nofollow">${organization}</a>` : organization;
};

const aboutSection = (one: PageEntry, settings: SiteSettings): Html => {
  const { entry, changes, updatedAt } = one.record;
  const region = entry.metadata['region'];
  return html`<section aria-labelledby="about">
<h2 id="about">About</h2>
<dl class="about">
${factRow('Owner', ownerOf(entry, settings))}${factRow('Provider', providerOf(one, settings))}${factRow('Sign-in', wordsOf(entry, settings))}${
  entry.type === 'server'
    ? factRow('Name for clients', html`<code>${registryName(settings.namespace, entry.path)}</code>`)
    : undefined
}${factRow('Version', versionOf(changes))}${factRow('Last change', html`<time datetime="${new Date(updatedAt).toISOString()}">${dayOf(updatedAt)}</time>`)}${factRow('Region', typeof region === 'string' ? region : undefined)}${factRow('Account', accountOf(entry, settings))}${factRow('ARN', arnOf(entry, settings))}${factRow('Licence', entry.license)}${factRow('Tags', entry.tags.length === 0 ? undefined : html`<ul class="tags">${entry.tags.map((tag) => html`<li>${tag}</li>`)}</ul>`)}</dl>
</section>
`;
};

const linkOf = (href: string | undefined, label: string): Html | undefined =>
  href === undefined || !isWebAddress(href) ? undefined : html`<a href="${href}" rel="noreferrer">${label}</a>\n`;

/** The page of one server or agent: how to connect first, then what it offers, then who answers for it. */
export const entryPage = (one: PageEntry, settings: SiteSettings): string => {
  const { entry } = one.record;
  const { links } = one.facts;
  const name = oneLine(entry.name) || slugOf(entry.path);
  const body = html`<body class="entry">
<a class="skip" href="#main">Skip to the content</a>
<header>
<p class="back"><a href="../../">${settings.title}</a></p>
<h1>${name}${entry.type === 'agent' ? html` <span class="kind">agent</span>` : undefined}</h1>
<p class="what">${entry.description}</p>
</header>
<main id="main">
${entry.type === 'server' ? connectServer(entry, settings) : connectAgent(entry, settings)}${itemsSection(one)}${findingsSection(one)}${securitySection(one)}${aboutSection(one, settings)}</main>
<footer>
<p class="links">${linkOf(links.edit, 'Edit')}${linkOf(links.history, 'History')}${linkOf(links.report, 'Report a problem')}</p>
</footer>
</body>`;
  return framed(
    { title: `${name} – ${settings.title}`, root: '../../', description: oneLine(entry.description), body },
    settings,
  );
};
