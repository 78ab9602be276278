"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const sources = Object.fromEntries(Object.entries(data.texts).map(([path, text]) => [path, Array.from(text)]));
  const element = (id) => document.getElementById(id);
  const key = `reviewtui ${data.export}`;
  let acts = [];
  let picked = null; // the words that are marked in the text
  let about = null; // what the open dialog is about
  let places = []; // what of the source each character of the shown passage is
  let before = ""; // what the open dialog held when it was opened
  let warned = false; // whether it was said that its words are not kept

  const slice = (path, start, end) => sources[path].slice(start, end).join("");
  const points = (text) => Array.from(text).length;
  const say = (words) => { element("status").textContent = words; };
  const short = (words) => (words.length > 120 ? `${words.slice(0, 119)}…` : words);

  // Keeping what was written: in this browser only, and never in the way of writing.
  function keep() {
    try { localStorage.setItem(key, JSON.stringify({ acts, name: element("name").value, address: element("address").value })); } catch { /* not allowed here */ }
    element("count").textContent = String(acts.length);
  }
  function recall() {
    try {
      const kept = JSON.parse(localStorage.getItem(key) || "{}");
      acts = Array.isArray(kept.acts) ? kept.acts : [];
      element("name").value = kept.name || "";
      element("address").value = kept.address || "";
    } catch { acts = []; }
    element("count").textContent = String(acts.length);
  }

  // From what is marked on the page to characters of the source.
  function spansIn(range) {
    const root = range.commonAncestorContainer.nodeType === 1 ? range.commonAncestorContainer : range.commonAncestorContainer.parentElement;
    const own = root.closest("[data-s]");
    return own ? [own] : Array.from(root.querySelectorAll("[data-s]")).filter((span) => range.intersectsNode(span));
  }
  function part(span, range) {
    const start = Number(span.dataset.s);
    // A program that translates pages puts elements of its own in place of the words.
    const text = (span.firstChild && span.firstChild.data) || "";
    let low = 0;
    let high = text.length;
    if (range.startContainer === span.firstChild) low = range.startOffset;
    if (range.endContainer === span.firstChild) high = range.endOffset;
    if (low >= high) return null;
    if (span.dataset.e) return [start, Number(span.dataset.e)];
    return [start + points(text.slice(0, low)), start + points(text.slice(0, high))];
  }
  function wholeMarks(path, start, end) {
    for (const [first, last, innerFirst, innerLast] of data.enclosures[path]) {
      const inside = first < start && end < last;
      if (start <= innerFirst && innerLast <= end && !inside && innerFirst < innerLast) {
        start = Math.min(start, first);
        end = Math.max(end, last);
      }
    }
    return [start, end];
  }
  function trimmed(path, start, end) {
    const source = sources[path];
    while (start < end && /\s/u.test(source[start])) start += 1;
    while (end > start && /\s/u.test(source[end - 1])) end -= 1;
    return [start, end];
  }
  function selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const parts = spansIn(range).map((span) => [span, part(span, range)]).filter(([, at]) => at);
    if (!parts.length) return null;
    const sections = new Set(parts.map(([span]) => span.closest("[data-path]").dataset.path));
    const blocks = new Set(parts.map(([span]) => span.closest("td, th") || span.closest(".b")));
    if (sections.size > 1) return { problem: "Mark words of one section only." };
    const [path] = sections;
    const [low, high] = trimmed(path, parts[0][1][0], parts[parts.length - 1][1][1]);
    if (low >= high) return null;
    const [start, end] = wholeMarks(path, low, high);
    return { path, start, end, quote: selection.toString().trim(), several: blocks.size > 1 };
  }
  function watchSelection() {
    if (document.querySelector("dialog[open]")) return;
    picked = selected();
    const usable = picked !== null && !picked.problem;
    element("begin").disabled = !usable;
    element("marked").textContent = picked === null ? "Mark words to remark on them." : picked.problem || `“${short(picked.quote)}”`;
  }

  // The dialog in which a remark is written.
  const chosen = () => document.querySelector("input[name=act]:checked").value;
  function shape() {
    const suggesting = !element("about").hidden && chosen() !== "comment";
    element("suggest").hidden = !suggesting;
    element("body-label").textContent = suggesting ? "Why? (you may leave this empty)" : "Your remark";
    element("words-hint").hidden = chosen() === "insert";
    if (suggesting && chosen() === "replace" && !element("words").dataset.typed) element("words").value = passage().seen;
    if (suggesting && chosen() === "insert" && !element("words").dataset.typed) element("words").value = "";
  }
  function passage() {
    const box = element("passage");
    const [low, high] = [box.selectionStart, box.selectionEnd].map((at) => points(box.value.slice(0, at)));
    let { start, end } = about;
    if (low < high && !about.fixed) [start, end] = [places[low][0], places[high - 1][1]];
    [start, end] = trimmed(about.path, start, end);
    [start, end] = wholeMarks(about.path, start, end);
    return { path: about.path, start, end, quote: slice(about.path, start, end), seen: shown(about.path, start, end).text };
  }
  // A passage as the page shows it, and where each character of it stands in the source; what shows other characters
  // than the source has, as a sign of its own, is one place.
  function shown(path, start, end) {
    const characters = [];
    const at = [];
    let block = null;
    for (const span of document.querySelectorAll(`[data-path="${CSS.escape(path)}"] [data-s]`)) {
      const first = Number(span.dataset.s);
      const own = span.tagName === "BR" ? ["\n"] : Array.from((span.firstChild && span.firstChild.data) || "");
      const last = Number(span.dataset.e) || first + own.length;
      if (last <= start || end <= first) continue;
      const holder = span.closest("td, th") || span.closest(".b");
      if (block && holder !== block) { characters.push("\n"); at.push([first, first]); }
      block = holder;
      const wraps = !span.dataset.e && !span.closest("pre");
      own.forEach((character, number) => {
        const place = span.dataset.e ? [first, last] : [first + number, first + number + 1];
        if (place[0] < start || end < place[1]) return;
        characters.push(wraps && character === "\n" ? " " : character);
        at.push(place);
      });
    }
    return { text: characters.join(""), at };
  }
  // What was changed in words as the page shows them: the characters that go, and those that come in their place.
  const tokens = (text) => text.match(/[\p{L}\p{M}\p{N}]+|./gsu) || [];
  function differences(text, words) {
    const [old, now] = [tokens(text), tokens(words)];
    const width = now.length + 1;
    // Of so many words that comparing them would take long, all are said anew.
    const same = old.length * now.length < 4e6 ? new Uint16Array((old.length + 1) * width) : null;
    for (let i = old.length - 1; same && i >= 0; i -= 1) {
      for (let j = now.length - 1; j >= 0; j -= 1) {
        same[i * width + j] = old[i] === now[j] ? same[(i + 1) * width + j + 1] + 1 : Math.max(same[(i + 1) * width + j], same[i * width + j + 1]);
      }
    }
    const found = [];
    let [i, j, from, to] = [0, 0, 0, 0];
    while (i < old.length || j < now.length) {
      if (same && old[i] === now[j]) { from += points(old[i]); to += points(now[j]); i += 1; j += 1; continue; }
      const last = found[found.length - 1];
      if (!last || last[1] !== from || last[3] !== to) found.push([from, from, to, to]);
      const hunk = found[found.length - 1];
      const goes = i < old.length && (j >= now.length || !same || same[(i + 1) * width + j] >= same[i * width + j + 1]);
      if (goes) { from += points(old[i]); i += 1; hunk[1] = from; } else { to += points(now[j]); j += 1; hunk[3] = to; }
    }
    return found;
  }
  // The source of a passage with what was changed in its words: marks and links stay around what stays.
  function inSource(where, words) {
    const { text, at } = shown(where.path, where.start, where.end);
    if (!words.trim()) return "";
    const now = Array.from(words);
    let hunks = differences(text, words);
    for (let wider = true; wider;) {
      const before = JSON.stringify(hunks);
      hunks = joined(hunks.map((hunk) => widened(hunk, at, where.path)));
      wider = JSON.stringify(hunks) !== before;
    }
    let [source, done] = ["", where.start];
    for (const [first, last, from, to] of hunks) {
      const behind = first > 0 ? behindMarks(where.path, at[first - 1][1]) : where.start;
      let [low, high] = first < last ? [at[first][0], at[last - 1][1]] : [behind, behind];
      const inner = data.enclosures[where.path].some((each) => each[2] === low && each[3] === high);
      if (first < last && !(inner && to > from)) [low, high] = wholeMarks(where.path, low, high);
      source += slice(where.path, done, Math.max(done, low)) + now.slice(from, to).join("");
      done = Math.max(done, high);
    }
    return source + slice(where.path, done, where.end);
  }
  function behindMarks(path, end) {
    for (const [, last, , innerLast] of [...data.enclosures[path]].reverse()) end = innerLast === end ? last : end;
    return end;
  }
  // A change that would cut one sign or a pair of marks takes all of it.
  function widened([first, last, from, to], at, path) {
    let [low, high] = [first, last];
    const cuts = (place) => place > 0 && place < at.length && at[place - 1].join() === at[place].join();
    while (cuts(low)) low -= 1;
    while (cuts(high)) high += 1;
    const [start, end] = low < high ? [at[low][0], at[high - 1][1]] : [0, 0];
    for (const [begin, stop, innerBegin, innerStop] of data.enclosures[path]) {
      const apart = end <= innerBegin || innerStop <= start;
      if (apart || (innerBegin <= start && end <= innerStop) || (start <= innerBegin && innerStop <= end)) continue;
      while (low > 0 && at[low - 1][0] >= begin) low -= 1;
      while (high < at.length && at[high][1] <= stop) high += 1;
    }
    return [low, high, from - (first - low), to + (high - last)];
  }
  function joined(hunks) {
    const apart = [];
    for (const hunk of hunks) {
      const last = apart[apart.length - 1];
      if (!last || hunk[0] >= last[1]) { apart.push([...hunk]); continue; }
      const before = Math.max(0, last[0] - hunk[0]);
      const behind = Math.max(0, last[1] - hunk[1]);
      apart[apart.length - 1] = [last[0] - before, hunk[1] + behind, last[2] - before, hunk[3] + behind];
    }
    return apart;
  }
  function open(what, act = null) {
    about = what;
    const isPassage = what.start !== undefined;
    element("about").hidden = !isPassage;
    if (isPassage) {
      const seen = shown(what.path, what.start, what.end);
      places = seen.at;
      element("passage").value = seen.text;
      element("passage").setSelectionRange(0, 0);
      element("passage-hint").hidden = Boolean(what.fixed);
    }
    for (const radio of document.querySelectorAll("input[name=act]")) {
      radio.checked = radio.value === (act ? act.way : "comment");
      radio.disabled = Boolean(what.several) && radio.value !== "comment";
    }
    element("words").value = act && act.replacement !== undefined ? act.words ?? act.replacement : "";
    element("words").dataset.typed = act && act.replacement !== undefined ? "1" : "";
    element("body").value = act ? act.body : "";
    element("kind").value = act ? act.kind : "general";
    element("kind").disabled = Boolean(what.to);
    element("problem").textContent = "";
    element("remark-title").textContent = what.title;
    shape();
    before = typed();
    warned = false;
    element("remark").showModal();
    element("body").focus();
  }
  const typed = () => JSON.stringify([element("body").value, element("words").dataset.typed ? element("words").value : ""]);
  function leave(event) {
    if (warned || typed() === before) { element("remark").close(); return; }
    event.preventDefault();
    warned = true;
    element("problem").textContent = "This is not kept yet. Choose “Keep it”, or leave once more to throw it away.";
  }
  function item() {
    return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  function written() {
    const body = element("body").value.trim();
    const act = { item: about.item || item(), act: "comment", way: "comment", body, kind: element("kind").value, at: new Date().toISOString() };
    if (about.to) return { ...act, act: "reply", to: about.to, number: about.number };
    if (about.start === undefined) return { ...act, path: about.path, from: about.from };
    const where = passage();
    if (chosen() === "comment") return { ...act, ...where };
    const words = element("words").value;
    if (chosen() === "replace") return { ...act, ...where, act: "suggestion", way: "replace", words, replacement: inSource(where, words) };
    return { ...act, ...where, act: "suggestion", way: "insert", start: where.end, behind: where.quote, quote: "", words, replacement: words };
  }
  function problem(act) {
    if (act.act !== "suggestion" && !act.body) return "Write your remark first.";
    if (act.way === "replace" && act.replacement === act.quote) return "The new words are the same as the old ones.";
    if (act.way === "insert" && !act.replacement) return "Write the words that should be added.";
    return "";
  }
  function keepRemark(event) {
    const act = written();
    element("problem").textContent = problem(act);
    if (element("problem").textContent) { event.preventDefault(); return; }
    const again = acts.findIndex((other) => other.item === act.item);
    if (again >= 0) acts[again] = act; else acts.push(act);
    keep();
    say(`Kept. Your answer holds ${acts.length} ${acts.length === 1 ? "remark" : "remarks"}.`);
  }

  // The answer: a list of what was written, a file to send back, or text for a mail.
  function list() {
    const rows = acts.map((act, number) => {
      const row = document.createElement("li");
      row.className = "card";
      const words = document.createElement("p");
      words.className = "words";
      words.textContent = told(act);
      const change = button(`Change remark ${number + 1}`, () => { element("answer").close(); open({ ...again(act) }, act); });
      const remove = button(`Remove remark ${number + 1}`, () => { acts.splice(number, 1); keep(); list(); element("answer-title").focus(); });
      row.append(words, change, " ", remove);
      return row;
    });
    element("mine").replaceChildren(...rows);
    element("none").hidden = acts.length > 0;
  }
  function again(act) {
    const what = { item: act.item, title: "Change your remark", to: act.to, number: act.number, path: act.path, from: act.from };
    if (act.way === "insert") return { ...what, start: act.start - points(act.behind), end: act.start, fixed: true };
    return act.start === undefined ? what : { ...what, start: act.start, end: act.end, fixed: true };
  }
  function button(words, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.addEventListener("click", act);
    return made;
  }
  function told(act) {
    const lines = [];
    if (act.to) lines.push(`Answer to remark [${act.number}]`);
    else if (act.quote) lines.push(`On “${short(act.seen || act.quote)}”`);
    else if (act.behind) lines.push(`Behind “${short(act.seen || act.behind)}”`);
    else lines.push(act.path ? "On a section as a whole" : "On the whole policy");
    if (act.replacement !== undefined) lines.push(act.replacement ? `Suggested words: “${act.words ?? act.replacement}”` : "Suggested: delete these words.");
    if (act.body) lines.push(act.body);
    return lines.join("\n");
  }
  function answer() {
    const { policy_id, version } = data;
    const sent = acts.map(({ way, number, behind, seen, words, ...act }) => act);
    return { reviewtui: "answer", format: 1, policy_id, export: data.export, version, name: element("name").value.trim(), address: element("address").value.trim(), acts: sent, held: data.held };
  }
  function ready() {
    const name = element("name"), address = element("address");
    let words = "", wrong = null;
    if (!acts.length) words = "You have not remarked on anything yet.";
    else if (!name.value.trim()) [words, wrong] = ["Give your name first, so that it is known who says this.", name];
    else if (!address.value.trim()) [words, wrong] = ["Give your e-mail address first, so that it is known who says this.", address];
    else if (!address.validity.valid) [words, wrong] = ["Your e-mail address is not complete: it has the form name@council.example.", address];
    if (wrong) wrong.focus();
    outcome(words, "");
    return !words;
  }
  function outcome(problem, done) {
    element("answer-problem").textContent = problem;
    element("answer-done").textContent = done;
  }
  function save() {
    if (!ready()) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(answer(), null, 1)], { type: "application/json" }));
    link.download = `answer-${element("name").value.trim().toLowerCase().replace(/[^a-z0-9]+/gu, "-").slice(0, 40) || "reader"}.json`;
    document.body.append(link);
    link.click();
    link.remove();
    outcome("", `Saved as ${link.download}, among your downloads. Send that file back by mail.`);
  }
  function asText() {
    const bytes = new TextEncoder().encode(JSON.stringify(answer()));
    const encoded = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    const block = encoded.match(/.{1,64}/gu).join("\n");
    return `===== ${acts.length} ${acts.length === 1 ? "remark" : "remarks"}, to be read by people =====\n\n${acts.map(told).join("\n\n")}\n\n-----BEGIN REVIEWTUI ANSWER-----\n${block}\n-----END REVIEWTUI ANSWER-----\n`;
  }
  async function copy() {
    if (!ready()) return;
    element("copied").value = asText();
    try {
      await navigator.clipboard.writeText(element("copied").value);
      say("Copied. Put it into a mail.");
      outcome("", "Copied. Put it into a mail.");
    } catch {
      element("by-hand").hidden = false;
      element("copied").focus();
      element("copied").select();
      say("Copy the marked text into a mail.");
    }
  }

  document.addEventListener("selectionchange", watchSelection);
  element("begin").addEventListener("click", () => { if (picked) open({ ...picked, fixed: true, title: "Remark or suggest" }); });
  for (const mark of document.querySelectorAll("button.mark")) {
    mark.addEventListener("click", () => {
      const path = mark.closest("[data-path]").dataset.path;
      const [start, end] = trimmed(path, Number(mark.dataset.from), Number(mark.dataset.to));
      open({ path, start, end, title: "Remark or suggest" });
    });
  }
  for (const whole of document.querySelectorAll("button.whole")) {
    const section = whole.closest("[data-path]");
    const from = section ? Number(section.dataset.from) : undefined;
    whole.addEventListener("click", () => open({ path: section ? section.dataset.path : undefined, from, title: whole.textContent }));
  }
  for (const reply of document.querySelectorAll("button.reply")) {
    reply.addEventListener("click", () => open({ to: reply.dataset.thread, number: reply.dataset.number, title: reply.textContent }));
  }
  for (const radio of document.querySelectorAll("input[name=act]")) radio.addEventListener("change", shape);
  element("passage").addEventListener("select", shape);
  // A box that is read-only has no caret in some browsers, so the words could not be marked by keyboard in it.
  element("passage").addEventListener("beforeinput", (event) => event.preventDefault());
  element("words").addEventListener("input", () => { element("words").dataset.typed = "1"; });
  element("keep").addEventListener("click", keepRemark);
  element("cancel").addEventListener("click", leave);
  element("remark").addEventListener("cancel", leave);
  element("open-answer").addEventListener("click", () => { list(); outcome("", ""); element("answer").showModal(); });
  element("save").addEventListener("click", save);
  element("copy").addEventListener("click", copy);
  for (const field of ["name", "address"]) element(field).addEventListener("input", keep);
  element("answer-title").tabIndex = -1;
  recall();
})();
