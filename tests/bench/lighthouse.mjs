// Runs Lighthouse on one page in a browser of its own, and prints scores and failed audits as JSON.
//
//   node lighthouse.mjs <chromium> <its flags as JSON> <address> mobile|desktop
import lighthouse, { desktopConfig } from "lighthouse";
import { launch } from "puppeteer-core";

const [, , executablePath, flags, address, form] = process.argv;
const browser = await launch({ executablePath, args: JSON.parse(flags) });
try {
  const page = await browser.newPage();
  const config = form === "desktop" ? desktopConfig : { extends: "lighthouse:default" };
  const { lhr } = await lighthouse(address, { logLevel: "error" }, config, page);
  const categories = Object.entries(lhr.categories);
  const failed = categories.flatMap(([category, { auditRefs }]) =>
    auditRefs
      .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
      .map(({ id }) => ({ category, id, score: lhr.audits[id].score, shown: lhr.audits[id].displayValue ?? "" })),
  );
  process.stdout.write(
    JSON.stringify({
      version: lhr.lighthouseVersion,
      trouble: [lhr.runtimeError?.message, ...lhr.runWarnings].filter(Boolean),
      scores: Object.fromEntries(categories.map(([name, { score }]) => [name, Math.round(100 * score)])),
      failed,
    }),
  );
} finally {
  await browser.close();
}
