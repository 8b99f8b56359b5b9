/**
 * What a step of the build tells its program: press/src/press/runtime/build_cache.py writes it.
 *
 * @typedef {object} Plan
 * @property {Record<string, string>} files the path of each input by its name
 * @property {string[]} hashed every file that the step's cache key is made from
 * @property {Record<string, any>} values
 * @property {string} out the folder to write to
 */
import { readFileSync } from "node:fs";

/** @returns {Plan} the plan whose path is the program's argument */
export function givenPlan() {
  return JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
}

/**
 * The path of one input.
 * @param {Plan} plan
 * @param {string} name
 */
export function inputOf(plan, name) {
  const path = plan.files[name];
  if (path === undefined) throw new Error(`The step has no input called ${name}.`);
  return path;
}

/** The content of one input that is text. @param {Plan} plan @param {string} name */
export const textOf = (plan, name) => readFileSync(inputOf(plan, name), "utf8");
