import AxeBuilder from '@axe-core/playwright'

/** What axe finds on the page as it stands, once nothing moves: one line for each rule. */
export async function violations(page) {
  await page.waitForFunction(() =>
    document.getAnimations().every((animation) => animation.playState !== 'running'),
  )
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
}
