import { catalogueFilterSchema } from "@/lib/catalogue/filter";
import { catalogue } from "@/lib/catalogue/queries/catalogue";
import { understood } from "@/lib/catalogue/queries/resolve";
import { extentOf } from "@/lib/catalogue/queries/size";
import { facetCounts } from "@/lib/catalogue/queries/facets";
import { searchPage } from "@/lib/catalogue/queries/search";
import { closeDatabase, driver } from "@/db/client";
const terms = await driver()`select label, number from vocabulary_term`;
const n=(l:string)=>String(terms.find(t=>t.label===l)?.number);
const queries: Record<string, Record<string,string|string[]>> = {
  p1: { q:"tabac collégiens", theme:n("Addictions"), departement:["88","54"], mois:"3", demijournee:"thursday-pm" },
  p1b: { q:"quiz", theme:n("Addictions"), departement:"54", mois:"3", demijournee:"thursday-pm" },
  p1c: { q:"prévention", theme:n("Sommeil"), departement:"57", mois:["3","4"], demijournee:"monday-am", accueil:"lodging" },
  none: {},
  theme: { theme:n("Addictions") },
  text: { q:"addictions" },
  typo: { q:"adictions colege" },
  near: { lieu:"Nancy", rayon:"20" },
  nearwide: { lieu:"Metz", rayon:"100" },
  start: { departement:"67", tri:"debut" },
  covers: { creneau:["3:monday-am","3:tuesday-am","4:monday-am"], accord:"tous" },
  rare: { q:"web-radio saynètes gymnase", departement:"08" },
};
for (const [name,q] of Object.entries(queries)) {
  const f=catalogueFilterSchema.parse(q);
  const best={u:1e9,e:1e9,f:1e9,p:1e9}; let r:any;
  for(let i=0;i<8;i++){ let t=performance.now(); const u=await understood(f); best.u=Math.min(best.u,performance.now()-t); t=performance.now(); const e=await extentOf(u.search); best.e=Math.min(best.e,performance.now()-t); t=performance.now(); const c=await facetCounts(u.search,e); best.f=Math.min(best.f,performance.now()-t); t=performance.now(); const p=await searchPage(u.search,e); best.p=Math.min(best.p,performance.now()-t); r={total:c.total,parts:e.parts,about:e.about,first:p.offers[0]?.title,meant:[...u.meant]}; }
  console.log(name.padEnd(9), Object.entries(best).map(([k,v])=>k+" "+v.toFixed(1)).join("  "), JSON.stringify(r));
}
await closeDatabase();
