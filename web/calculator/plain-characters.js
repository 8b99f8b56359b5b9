/**
 * Whether texts for the record are copied in ASCII alone. It says nothing of a patient. It is kept while the page's scripts live,
 * so on all pages of a visit and nowhere in the browser.
 */
class PlainCharacters {
  isWanted = false;
}

export const plainCharacters = new PlainCharacters();
