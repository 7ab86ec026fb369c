import type { SiteSettings } from '../site-settings.ts';
import { type Html, html } from './html.ts';

/** What a page may load: its own style and script, and nothing of any other host. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A page, as far as its frame has to know it. */
export interface Page {
  readonly title: string;
  /** From the page to the site's root: empty or `../../`. */
  readonly root: string;
  readonly description: string;
  readonly body: Html;
}

/** A whole page. */
export const framed = ({ title, root, description, body }: Page, settings: SiteSettings): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
${settings.audience === 'private' ? html`<meta name="robots" content="noindex, nofollow">\n` : undefined}<title>${title}</title>
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${root}assets/style.css">
<script src="${root}assets/page.js" defer></script>
</head>
${body}
</html>
`.html;
