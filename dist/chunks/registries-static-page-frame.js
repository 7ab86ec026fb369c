import{$ as e,en as t,rt as n}from"./start.js";import{r}from"./registries-static-record.js";const i=`io.modelcontextprotocol.registry/official`,a=e=>new Date(e).toISOString(),o=({record:e,document:t})=>({server:t,_meta:{[i]:{status:`active`,statusChangedAt:a(e.publishedAt),publishedAt:a(e.publishedAt),updatedAt:a(e.updatedAt),isLatest:!0}}}),s=({name:t,changes:n,publishedAt:o,removedAt:s})=>({server:e(t,r(n)),_meta:{[i]:{status:`deleted`,statusChangedAt:a(s),publishedAt:a(o),updatedAt:a(s),isLatest:!0}}}),c=e=>({servers:e,metadata:{count:e.length}}),l=[`v0.1`,`v0`],u=`v0.1/removed.json`,d=e=>`${e}/servers/index.html`,f=e=>[e,encodeURIComponent(e)];function*p(e){let{name:t,version:r}=e.server,[i,a]=[n(e),n(c([e]))];for(let e of l)for(let n of f(t)){let t=`${e}/servers/${n}/versions`;yield[`${t}/index.html`,a],yield[`${t}/latest`,i],yield[`${t}/${r}`,i]}}function*m(e,r){let i=e.map(o).sort((e,n)=>t(e.server.name,n.server.name)),a=r.map(s);for(let e of i)yield*p(e);for(let e of a)yield*p(e);yield[u,n(c(a))];let f=n(c(i));for(let e of l)yield[d(e),f]}const h={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`,"'":`&#39;`},g=/(?![\t\n])[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu,_=e=>e.toWellFormed().replace(g,`�`).replace(/[&<>"']/g,e=>h[e]??``),v=e=>e===void 0?``:typeof e==`object`?`html`in e?e.html:e.map(v).join(``):_(String(e)),y=(e,...t)=>({html:e.map((e,n)=>`${e}${v(t[n])}`).join(``)}),b=e=>URL.parse(e)?.protocol===`https:`;function x(e,t){return t||=e.slice(0),Object.freeze(Object.defineProperties(e,{raw:{value:Object.freeze(t)}}))}var S;const C=`default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'`,w=({title:e,root:t,description:n,body:r},i)=>y(S||=x([`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="`,`">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="description" content="`,`">
`,`<title>`,`</title>
<link rel="icon" href="`,`assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="`,`assets/style.css">
<script src="`,`assets/page.js" defer><\/script>
</head>
`,`
</html>
`]),C,n,i.audience===`private`?y`<meta name="robots" content="noindex, nofollow">\n`:void 0,e,t,t,t,r).html;export{l as a,d as c,b as i,m as l,w as n,i as o,y as r,u as s,C as t};