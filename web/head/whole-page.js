/** A page of which the end was lost says so: its last part is the script that makes it work. */
const WORDS = "This page did not arrive whole, so do not work with it. Load it anew.";

export function sayWherePageIsCut() {
  addEventListener("DOMContentLoaded", () => {
    if (document.querySelector("script[type='module']")) return;
    const notice = document.createElement("p");
    notice.setAttribute("role", "alert");
    notice.className = "cut-off";
    notice.textContent = WORDS;
    document.body.prepend(notice);
  });
}
