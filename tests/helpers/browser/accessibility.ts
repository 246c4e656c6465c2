import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The spacing that a user may set without losing content (WCAG 2.2, 1.4.12). */
const TEXT_SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`

/**
 * The violations that axe finds, each with its elements.
 *
 * @param rules only these rules of axe; all rules of WCAG 2.2 AA by default
 */
export async function findings(page: Page, rules?: string[]) {
  const axe = new AxeBuilder({ page })
    // The default mode opens a page per result, for frames of other origins: there are none.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(TAGS)).analyze()
  return violations.map(({ id, impact, nodes }) => {
    return `${impact}: ${id}: ${nodes.map((node) => node.target).join(', ')}`
  })
}

/** The page and its scrollable regions, where the content is wider than they are. */
export function scrolledSideways(page: Page, elements = 'html, .table-region') {
  return page.locator(elements).evaluateAll((all) => {
    return all
      .filter((it) => it.scrollWidth > it.clientWidth)
      .map((it) => `${it.tagName} ${it.scrollWidth} > ${it.clientWidth}`)
  })
}

/** Everything that can be clicked and is smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8). */
export function smallTargets(page: Page) {
  return page.locator('a, button, input:not([type=hidden]), summary').evaluateAll((elements) => {
    return elements
      .map((it) => ({ it, box: it.getBoundingClientRect() }))
      .filter(({ it }) => it.className !== 'skip-link' && it.checkVisibility())
      .filter(({ box }) => Math.min(box.width, box.height) < 24)
      .map(({ it, box }) => `${it.outerHTML.slice(0, 80)} ${box.width} x ${box.height}`)
  })
}

/** Elements that hide a part of their content. Visually hidden text is one pixel wide. */
export function cutOff(page: Page): Promise<string[]> {
  return page.locator('body :not([aria-hidden=true])').evaluateAll((elements) => {
    return elements
      .filter((it) => {
        const { overflowX, overflowY } = it.ownerDocument.defaultView!.getComputedStyle(it)
        const isWider = it.scrollWidth > it.clientWidth && overflowX === 'hidden'
        const isHigher = it.scrollHeight > it.clientHeight && overflowY === 'hidden'
        return it.clientWidth > 1 && it.checkVisibility() && (isWider || isHigher)
      })
      .map((it) => it.outerHTML.slice(0, 80))
  })
}

/** Adds space between lines, words and letters. A constructed stylesheet is allowed by any policy. */
export function spaceText(page: Page): Promise<void> {
  return page.locator('html').evaluate((html, css) => {
    const { defaultView: window } = html.ownerDocument
    const sheet = new window!.CSSStyleSheet()
    sheet.replaceSync(css)
    html.ownerDocument.adoptedStyleSheets = [sheet]
  }, TEXT_SPACING)
}
