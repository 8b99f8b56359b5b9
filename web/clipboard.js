/** Hands the clipboard a promise, because Safari forgets the click while Python writes. @param {Promise<string>} text */
export async function toClipboard(text) {
  try {
    const blob = text.then((words) => new Blob([words], { type: "text/plain" }));
    await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
    return true;
  } catch {
    return false; // refused or not offered: the text is shown for copying by hand
  }
}
