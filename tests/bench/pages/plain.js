// The floor: what the page costs when one multiplication is written in JavaScript.
import { form } from "./form.js";

form((pounds) => Promise.resolve(String(pounds * 0.45359237)));
