import { test } from '@japa/runner'
import type { Browser, Page } from 'playwright'
import { launchBrowser } from '#tests/helpers/browser/browsing'
import { withPalette } from '../../scripts/lib/screenshots/palette.js'

const WIDTH = 241

/** Bars of as many colours as there are, one pixel wide and at different heights. */
function bars(colours: string[]) {
  return colours
    .map((colour, i) => `<rect x="${i}" y="${i % 50}" width="1" height="40" fill="${colour}" />`)
    .join('')
}

const shades = (count: number) =>
  Array.from({ length: count }, (_, i) => `rgb(${i}, ${255 - i}, ${(i * 7) % 256})`)

/** What a page looks like that shows nothing but this. */
async function photographOf(page: Page, content: string): Promise<Buffer> {
  await page.setContent(`<body style="margin: 0">${content}</body>`, { waitUntil: 'load' })
  return page.screenshot()
}

function asImage(png: Buffer) {
  return `<img src="data:image/png;base64,${png.toString('base64')}" />`
}

test.group('A screenshot with a palette', (group) => {
  let browser: Browser

  group.setup(async () => {
    browser = await launchBrowser()
    return () => browser.close()
  })

  test('has the same pixels where there are few colours, and takes less space', async ({
    assert,
  }) => {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 97 } })
    const picture = await photographOf(page, `<svg width="${WIDTH}">${bars(shades(WIDTH))}</svg>`)
    const small = withPalette(picture)

    const shown = await photographOf(page, asImage(small))

    assert.isBelow(small.length, picture.length)
    assert.isTrue(shown.equals(picture))
  })

  test('keeps the most frequent colours where there are many', async ({ assert }) => {
    const page = await browser.newPage({ viewport: { width: 300, height: 90 } })
    const rare = bars(shades(256).concat(Array(40).fill('rgb(200, 30, 30)')))
    const picture = await photographOf(page, `<svg width="300">${rare}</svg>`)
    const shown = await photographOf(page, asImage(withPalette(picture)))

    assert.isFalse(shown.equals(picture))
    const clip = { x: 260, y: 0, width: 36, height: 90 }
    const red = await page.screenshot({ clip })
    await photographOf(page, asImage(picture))
    assert.isTrue(red.equals(await page.screenshot({ clip })))
  })
})
