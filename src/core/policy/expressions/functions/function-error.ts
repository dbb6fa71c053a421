const MARK = 'function: '

/** What a function of ours did not take. The text is shown, so it names functions and forms, never a value. */
export function functionError(text: string): Error {
  return new Error(MARK + text)
}

/** The text of a {@link functionError}, which the library hands on as a message; undefined for any other message. */
export function functionErrorText(message: string): string | undefined {
  return message.startsWith(MARK) ? message.slice(MARK.length) : undefined
}
