import { accessSync, constants } from 'node:fs'

import { type Browser, chromium, type Page } from 'playwright-core'

/** A screen: its width in pixels, and whether it is dark. */
export interface Screen {
  readonly width: number
  readonly dark: boolean
}

/** The width of a phone, and of a pull request on a desk. */
export const WIDTHS = { narrow: 390, wide: 1012 } as const

const PLACES = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'] as const

/** The Chromium of this machine: what CHROMIUM names, else one in its usual place; null when there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM']
  const places = named === undefined || named === '' ? PLACES : [named]
  return places.find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Starts it. Whoever asked closes it. */
export async function openChromium(executablePath: string): Promise<Browser> {
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    executablePath,
    chromiumSandbox: !isRoot,
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })
}

/** A page as wide as a screen, without a network. It ends with its browser. */
export async function openScreen(browser: Browser, { width, dark }: Screen): Promise<Page> {
  return browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
    offline: true,
  })
}
