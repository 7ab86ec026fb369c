import { compareTexts } from '../../../model/compare-texts.ts';
import { oneLine, shortText, slugOf } from '../names.ts';
import type { SiteSettings } from '../site-settings.ts';
import { framed } from './frame.ts';
import { type Html, html } from './html.ts';
import { dayOf, folderOf, itemsOf, ownerOf, type PageEntry, stateOf, wordsOf } from './page-entry.ts';

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** One entry in the list: its markup, and what it is sorted, counted and filtered by. */
export interface IndexRow {
  readonly markup: Html;
  readonly name: string;
  readonly kind: 'server' | 'agent';
  readonly signIn: string;
  readonly owner: string | undefined;
  readonly state: string;
}

/** `312 servers, 41 agents`. What changed lately depends on the day, which only the reader's own clock knows. */
const countsOf = (rows: readonly IndexRow[]): string => {
  const servers = rows.filter(({ kind }) => kind === 'server').length;
  return `${counted(servers, 'server')}, ${counted(rows.length - servers, 'agent')}`;
};

/** What is searched besides what a row shows. */
const wordsToFind = (one: PageEntry): string => {
  const { entry } = one.record;
  return [entry.path, ...entry.tags, ...itemsOf(one).map(({ name }) => name)].map(oneLine).join(' ').toLowerCase();
};

/** An entry's row: made with its page, so that what both tell of it is read once and not kept. */
export const indexRow = (one: PageEntry, settings: SiteSettings): IndexRow => {
  const { entry, updatedAt } = one.record;
  const [owner, signIn, state] = [ownerOf(entry, settings), wordsOf(entry, settings), stateOf(one)];
  const markup = html`<li class="row" data-kind="${entry.type}" data-sign-in="${signIn}" data-owner="${owner ?? ''}" data-state="${state}" data-at="${updatedAt}" data-words="${wordsToFind(one)}">
<a href="${folderOf(entry, slugOf(entry.path))}/"><span class="name">${oneLine(entry.name) || slugOf(entry.path)}</span>${entry.type === 'agent' ? html` <span class="kind">agent</span>` : undefined}</a>
<p class="what">${shortText(entry.description)}</p>
<ul class="facts" aria-label="In short">${owner === undefined ? undefined : html`<li class="owner">${oneLine(owner)}</li>`}<li class="sign-in">${signIn}</li><li class="state${state === 'reviewed' ? ' good' : ''}">${state}</li><li class="changed"><time datetime="${new Date(updatedAt).toISOString()}">${dayOf(updatedAt)}</time></li></ul>
</li>
`;
  return { markup, name: entry.name.toLowerCase(), kind: entry.type, signIn, owner, state };
};

const distinct = (values: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(values.filter((value) => value !== undefined))].sort(compareTexts);

const filterOf = (name: string, label: string, values: readonly string[]): Html | undefined =>
  values.length < 2
    ? undefined
    : html`<label><span>${label}</span><select name="${name}"><option value="">all</option>${values.map((value) => html`<option>${value}</option>`)}</select></label>\n`;

/** The page that people open first: every entry as a row. Searching and filtering come with the script. */
export const indexPage = (rows: readonly IndexRow[], settings: SiteSettings): string => {
  const sorted = [...rows].sort((a, b) => compareTexts(a.name, b.name));
  const of = (pick: (row: IndexRow) => string | undefined): readonly string[] => distinct(sorted.map(pick));
  const body = html`<body class="index">
<a class="skip" href="#list">Skip to the list</a>
<header>
<h1>${settings.title}</h1>
<p class="counts">${countsOf(sorted)}<span id="lately"></span></p>
<form id="search" role="search" hidden>
<label class="find"><span class="unseen">Search servers, agents and tools</span><input type="search" name="q" placeholder="Search servers, agents and tools" autocomplete="off" spellcheck="false" enterkeyhint="search"></label>
<div class="filters">
${filterOf(
  'kind',
  'Kind',
  of(({ kind }) => kind),
)}${filterOf(
  'sign-in',
  'Sign-in',
  of(({ signIn }) => signIn),
)}${filterOf(
  'owner',
  'Owner',
  of(({ owner }) => owner),
)}${filterOf(
  'state',
  'Tools',
  of(({ state }) => state),
)}<label><span>Sort by</span><select name="sort"><option value="">name</option><option value="changed">last change</option></select></label>
</div>
</form>
</header>
<main>
<p id="found" role="status" aria-live="polite"></p>
<ol id="list" class="rows">
${sorted.map(({ markup }) => markup)}</ol>
<p id="none" hidden>Nothing found. <button type="button" id="clear">Show everything</button></p>
<p id="more" hidden><button type="button">Show more</button></p>
</main>
<footer>
<p>For editors: this site is a private MCP registry. Its address is the one you see without what follows the last slash. <a href="v0.1/servers/">List for clients</a> · <a href=".well-known/ai-catalog.json">AI Catalog</a></p>
</footer>
</body>`;
  return framed(
    { title: settings.title, root: '', description: `${settings.title}: ${countsOf(sorted)}`, body },
    settings,
  );
};
