import type { Issue } from '../model/issue.ts'
import type { DocumentText } from './split-documents.ts'
import { LineIndex } from './line-index.ts'

/** A document's text with what is needed to say where something stands in its file. */
export class DocumentSource {
  /** What is parsed: the document as it is written but for the blanks of JSON, which are all spaces here. */
  readonly text: string
  readonly written: string
  readonly path: string
  /** JSON by its first character: its strings know escapes that Kubernetes refuses in YAML. */
  readonly json: boolean
  readonly lines: LineIndex

  constructor(document: DocumentText, path: string, json: boolean) {
    this.written = document.text
    // Between the tokens of JSON lines and tabs mean nothing, though they would in YAML; inside its strings are none.
    this.text = json ? document.text.replaceAll(/[\t\r\n]/g, ' ') : document.text
    this.path = path
    this.json = json
    this.lines = new LineIndex(document.text, document.firstLine)
  }

  /** An issue at an offset of the document. */
  issue(code: string, offset: number, text: string): Issue {
    return { code, severity: 'high', path: this.path, ...this.lines.position(offset), text }
  }
}
