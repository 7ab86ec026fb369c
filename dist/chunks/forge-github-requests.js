const e=e=>({number:e.number,url:e.html_url,title:e.title,body:(e.body??``).replaceAll(`\r
`,`
`),state:e.state===`open`?`open`:e.merged_at===null?`closed`:`merged`,head:e.head.sha,branch:e.head.ref,author:e.user?.login??``,asked:(e.requested_reviewers??[]).flatMap(e=>e.login??[]),labels:e.labels.flatMap(e=>e.name??[]),assignees:(e.assignees??[]).map(e=>e.login)}),t=async(t,n,r)=>{let{data:i}=await t.call(`listing the pull requests of ${n}`,(e,t)=>e.request(`GET /repos/{owner}/{repo}/pulls`,{...t,head:`${t.owner}:${n}`,base:r,state:`all`,sort:`created`,direction:`desc`,per_page:50})),a=i.map(e),o=a.find(e=>e.state===`open`),s=a[0];return{...o?{open:o}:{},...s&&!o?{last:s}:{},merged:new Set(a.filter(e=>e.state===`merged`).map(e=>e.head))}},n=async(t,n,r)=>(await t.call(`listing the open pull requests to ${n}`,(e,t)=>e.paginate(`GET /repos/{owner}/{repo}/pulls`,{...t,base:n,state:`open`,per_page:100}))).filter(e=>e.head.label===`${t.owner}:${e.head.ref}`).map(e).filter(e=>e.branch.startsWith(r)),r=async(e,t)=>{let n=(await e.call(`reading the reviews of pull request ${t}`,(e,n)=>e.graphql(`query ($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      isInMergeQueue
      latestOpinionatedReviews(first: 100) { nodes { state author { login } } }
    }
  }
}`,{owner:n.owner,name:n.repo,number:t}))).repository?.pullRequest,r=(n?.latestOpinionatedReviews?.nodes??[]).filter(e=>e?.state===`APPROVED`);return{queued:n?.isInMergeQueue??!1,approvers:r.flatMap(e=>e?.author?.login??[])}};export{e as i,t as n,r,n as t};