/** What the desk asks of press, and what it is told: press/src/press/desk/services.py, as the page sees it. */

export interface Problem {
  path: string;
  line: number;
  column: number;
  rule: string;
  message: string;
  fix: string;
  severity: "error" | "warning" | "advice";
  excerpt: string;
  end_column: number | null;
  replacement: string | null;
  /** What may be meant there, where an editor has to decide. */
  suggestion: string | null;
}

export type State = "draft" | "scheduled" | "published" | "withdrawn";

export interface ArticleLine {
  path: string;
  slug: string;
  title: string;
  category: string;
  state: State;
  /** The same of the text that the site was built with; null for a new article. */
  seen: State | null;
  publishedAt: string | null;
  updatedAt: string | null;
  reviewedAt: string | null;
  reviewDue: string | null;
  overdue: boolean;
  errors: number;
  warnings: number;
}

export interface Checked {
  problems: Problem[];
  html: string;
  contents: string;
  title: string;
  card: string;
}

export interface Choice {
  value: string;
  label: string;
}

export interface Field {
  name: string;
  label: string;
  help: string;
  kind: string;
  choices?: Choice[];
  required: boolean;
  maxLength?: number | null;
  minLength?: number | null;
  /** The command that sets it; empty where an editor does. */
  setBy?: string;
  /** The parts of an entry, where the kind is "entries". */
  fields?: (Omit<Field, "help"> & { help?: string })[];
}

export type FieldValue = string | number | boolean | null | string[] | Record<string, unknown>[];

export interface ReadFields {
  values: Record<string, unknown>;
  readable: boolean;
  words: string;
  /** What a new article of this title is called in its address; empty where the title has no letters for it. */
  address: string;
}

export interface Insertable {
  pages: { title: string; address: string; kind: string; unseen?: string }[];
  calculators: { id: string; title: string; summary: string; block: string }[];
  works: { key: string; line: string }[];
  callouts: { name: string; markdown: string; help: string }[];
  /** The text below the title with which an article is begun. */
  opening: string;
  /** The audience of handouts, which need no sections of their own. */
  forPatients: string;
}

/** The sentences that recommend and do not say how strong, and the words that can say it. */
export interface Unmarked {
  sentences: { line: number; column: number; sentence: string; word: string }[];
  /** What is to be said of such a sentence, in words that follow "Choose". */
  asked: { strength: string; certainty: string; origins: string };
  strengths: string[];
  certainties: string[];
  origins: string[];
  /** A line for each origin. */
  meanings: Record<string, string>;
}

export interface Reference {
  /** Null where what was pasted is not enough for an entry; the doubts say why. */
  key: string | null;
  /** The entry for the list of works; null where the work is there already. */
  entry: string | null;
  line: string;
  doubts: string[];
  /** The number that it had in a list. */
  number: number | null;
}

export interface Comparison {
  html: string;
  clinical: { before: string; after: string; where: string }[];
  numbers_changed: boolean;
  needs_change_entry: boolean;
  words: string;
}

export interface Consequence {
  calculator: string;
  title: string;
  row: string;
  /** What the calculator takes from there. */
  says: string;
  before: string;
  after: string;
  next: string;
  /** Lines of other articles that say the old number. */
  mentions: { path: string; line: number; text: string }[];
}

export interface ChangedFile {
  path: string;
  text: string | null;
  /** What it was before, null for a new one. */
  before: string | null;
}

export interface Done {
  words: string;
  /** What is to be done next, a sentence each. */
  steps: string[];
  files: ChangedFile[];
}

export interface BoardRow {
  path: string;
  title: string;
  words: string;
  state: State;
  seen: State | null;
}

export interface Board {
  drafts: BoardRow[];
  scheduled: BoardRow[];
  withdrawn: BoardRow[];
  overdue: BoardRow[];
  due: BoardRow[];
  undated: BoardRow[];
  changed: BoardRow[];
  problems: {
    path: string;
    title: string;
    errors: number;
    warnings: number;
    first: { line: number; column: number; severity: string; rule: string; message: string }[];
  }[];
  links: { asked: string | null; sections: { title: string; lines: string[] }[] };
  unread: string[];
}

/** The services, one method each. A refusal rejects with an Error whose message is a sentence for the editor. */
export interface Services {
  articles(): Promise<ArticleLine[]>;
  open(asked: { path: string }): Promise<{ path: string; text: string; published: string | null }>;
  keep(asked: { files: { path: string; text?: string | null; base64?: string }[] }): Promise<null>;
  changes(): Promise<{ path: string; text: string | null; base: string | null }[]>;
  check(asked: { path: string; text: string }): Promise<Checked>;
  mend(asked: {
    path: string;
    text: string;
    rule?: string;
    line?: number;
    column?: number;
    suggested?: boolean;
  }): Promise<{ text: string; count: number; difference: string; kinds: string[] }>;
  unmarkedRecommendations(asked: { path: string; text: string }): Promise<Unmarked>;
  markRecommendation(asked: {
    path: string;
    text: string;
    line: number;
    column: number;
    strength: string;
    certainty: string;
    origins: string[];
  }): Promise<{ text: string }>;
  fields(): Promise<Field[]>;
  readFields(asked: { text: string }): Promise<ReadFields>;
  setFields(asked: { text: string; values: Record<string, FieldValue> }): Promise<{ text: string }>;
  insertable(): Promise<Insertable>;
  reference(asked: { text: string; article: string }): Promise<Reference>;
  references(asked: { text: string; article: string }): Promise<Reference[]>;
  addWorks(asked: { entries: string[] }): Promise<{ files: ChangedFile[] }>;
  renumber(asked: { text: string }): Promise<{ text: string; changed: number }>;
  citeByKey(asked: { text: string }): Promise<{ text: string; entries: string; doubts: string[] }>;
  compare(asked: { path: string; text: string }): Promise<Comparison>;
  consequences(asked: { path: string; text: string }): Promise<Consequence[]>;
  command(asked: { name: string; arguments: Record<string, string> }): Promise<Done>;
  board(): Promise<Board>;
  table(asked: { cells: string[][]; header: boolean }): Promise<{ markdown: string; doubts: string[] }>;
}
