// Put into the desk's page in place of what stands on it: has its Python check texts, and posts what it says.
const post = (where, what) => fetch(`/report/${where}`, { method: "POST", body: JSON.stringify(what) });

try {
  const script = document.querySelector("script[type=module][src*='/desk/desk-']");
  const { DeskPython, settingsOf } = await import(new URL(script.getAttribute("src"), document.baseURI).href);
  const { texts } = await (await fetch("/check/texts.json")).json();
  const python = new DeskPython(settingsOf(document).python);
  await python.start();
  const checked = {};
  for (const [number, { name, path, text }] of texts.entries()) {
    if (number % 50 === 0) await post("progress", { number });
    const { problems, html } = await python.check({ path, text });
    checked[name] = { problems, html };
    // Texts that are not of the site are versions of one file, which is gone before the next file is checked.
    if (path.endsWith("/case.md") && texts[number + 1]?.path !== path)
      await python.keep({ files: [{ path, text: null }] });
  }
  await post("done", { checked });
} catch (thrown) {
  await post("failed", { thrown: String(thrown?.stack ?? thrown) });
}
