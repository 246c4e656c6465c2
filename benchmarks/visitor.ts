/** Somebody who is signed in, without a browser: what is measured is the server alone. */
export class Visitor {
  #url: string
  #cookies = new Map<string, string>()

  private constructor(url: string) {
    this.#url = url
  }

  /** Signs in with the form of the app. Whether that worked shows at the first page. */
  static async signIn(url: string, login: { email: string; password: string }): Promise<Visitor> {
    const visitor = new Visitor(url)
    const form = await visitor.#ask('/login')
    const [, token] = /name=['"]_csrf['"] value=['"]([^'"]+)/.exec(await form.text()) ?? []
    const body = new URLSearchParams({ _csrf: token ?? '', ...login })
    await visitor.#ask('/login', { method: 'POST', body })
    return visitor
  }

  /**
   * The milliseconds that a page takes until its last byte.
   *
   * @throws Error when the answer is another than the page
   */
  async time(path: string): Promise<number> {
    const started = performance.now()
    const response = await this.#ask(path)
    await response.text()
    if (response.status !== 200) {
      throw new Error(`${path} was answered with ${response.status}.`)
    }
    return performance.now() - started
  }

  async #ask(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, accept: 'text/html' }
    const response = await fetch(`${this.#url}${path}`, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      this.#cookies.set(name, value)
    }
    return response
  }
}
