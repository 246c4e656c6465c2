import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright'

/** What axe has found, each with the elements that it is about. */
export async function findings(page: Page) {
  const { violations } = await new AxeBuilder({ page })
    // Its other mode opens a page for each result, for frames of other origins: there are none.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.map(({ id, impact, nodes }) => {
    return `${impact}: ${id}: ${nodes.map((node) => node.target).join(', ')}`
  })
}

/** The page, or what is in it, if it is wider than the place that it has. */
export function scrolledSideways(page: Page) {
  return page.locator('html, .table-region').evaluateAll((elements) => {
    return elements
      .filter((it) => it.scrollWidth > it.clientWidth)
      .map((it) => `${it.tagName} ${it.scrollWidth} > ${it.clientWidth}`)
  })
}
