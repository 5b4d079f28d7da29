const SENTENCES = {
  noPromptYet: /^unknown prompt version (?<version>.+); there are none yet: publish it first$/s,
  unknownPrompt: /^unknown prompt version (?<version>.+?); there are (?<known>.+): publish it first$/s,
  noMatch: /^no closed chat in the topics matches: look at the range and the filters$/,
  allJudged: /^all (?<count>\d+) have a verdict of the same closing, prompt, model and parameters already$/,
  notFound: /^(?<count>\d+) of the named chats are not in the topics: import them first$/,
  goneBefore: /^what was found before (?<at>[\d-]+T[\d:.]+Z) is gone from the topics by their retention$/,
  notConfirmed: /^no chats were confirmed and (?<count>\d+) were quoted: confirm those$/,
  otherConfirmed: /^(?<confirmed>\d+) chats were confirmed and (?<count>\d+) were quoted: confirm those$/,
  notCounted: /^cancelled before it was counted$/,
  goneMeanwhile: /^(?<count>\d+) chats were gone from their topics by retention$/,
  failsOnly:
    /^paused by itself: the last (?<count>\d+) chats all failed \((?<cause>.*)\); mend the cause and resume, or cancel$/s,
  noReplica: /^no replica takes calls: look at the page of replicas; it goes on by itself$/,
  liveFirst: /^live chats wait: bulk is paused until they have their verdicts$/,
}
const JOINT = /; (?=what was found before )/

/**
 * Why a replay runs nothing, less, or not now, of the English text that ingest-service gives: its sentences by name with their
 * values, so that the page says them in its own language.
 *
 * @param {?string} text
 * @returns {{name: ?string, values: Record<string, string>, text: string}[]} a name of null where the sentence is none known
 */
export function reasonsOf(text) {
  return text ? text.split(JOINT).map(reasonOf) : []
}

function reasonOf(text) {
  for (const [name, sentence] of Object.entries(SENTENCES)) {
    const found = sentence.exec(text)
    if (found) return { name, values: { ...found.groups }, text }
  }
  return { name: null, values: {}, text }
}
