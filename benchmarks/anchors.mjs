// Places quotes with npm's approx-string-match, scored by quote 50, prefix 20, suffix 20 and position 2, and prints JSON.
// node anchors.mjs INPUT.json PATH/TO/approx-string-match
import fs from "node:fs";
import { createRequire } from "node:module";
const { default: search } = createRequire(import.meta.url)(process.argv[3]);
const { docs, quotes } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const likeness = (text, wanted) => {
  if (!text || !wanted) return 0;
  return 1 - search(text, wanted, wanted.length).reduce((least, m) => Math.min(least, m.errors), wanted.length) / wanted.length;
};
const hits = (text, exact) => {
  const found = [];
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) found.push({ start: at, end: at + exact.length, errors: 0 });
  return found.length ? found : search(text, exact, Math.min(256, exact.length / 2));
};
const place = ({ doc, exact, prefix, suffix, start }) => {
  const text = docs[doc] ?? "";
  const scored = hits(text, exact).map((m) => {
    const before = prefix ? likeness(text.slice(Math.max(0, m.start - prefix.length), m.start), prefix) : 1;
    const after = suffix ? likeness(text.slice(m.end, m.end + suffix.length), suffix) : 1;
    const near = 1 - Math.abs(m.start - start) / text.length;
    return { start: m.start, end: m.end, score: (50 * (1 - m.errors / exact.length) + 20 * before + 20 * after + 2 * near) / 92 };
  });
  return scored.sort((a, b) => b.score - a.score)[0] ?? null;
};
const before = process.cpuUsage();
const out = quotes.map(place);
const used = process.cpuUsage(before);
console.log(JSON.stringify({ cpu: (used.user + used.system) / 1e6, out }));
