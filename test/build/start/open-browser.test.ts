import { describe, expect, it } from 'vitest'
import { hasDisplay, whyNotElectron } from '../../../build/start/display.ts'
import { redirectPage } from '../../../build/start/open-browser.ts'

describe('npm start chooses how to show itself', () => {
  it('sees that a Linux machine without a desktop shows nothing', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
  })

  it('says why Electron’s own window is not used', () => {
    expect(whyNotElectron(undefined)).toContain('not installed')
    expect(whyNotElectron('/e/electron', { platform: 'linux', user: 0 })).toContain('root')
    expect(whyNotElectron('/e/electron', { platform: 'linux', user: 1000 })).toBeUndefined()
    expect(whyNotElectron('C:\\electron.exe', { platform: 'win32', user: undefined })).toBeUndefined()
  })
})

describe('the page that leads the browser to the app', () => {
  it('holds the address of the host', () => {
    expect(redirectPage('http://127.0.0.1:4711/#token=ab_C-9')).toContain(
      '0; url=http://127.0.0.1:4711/#token=ab_C-9',
    )
  })

  it.each(['http://evil.example/#token=x', 'http://127.0.0.1:1/#token="><script>', 'javascript:alert(1)'])(
    'is not made for %s',
    (url) => {
      expect(() => redirectPage(url)).toThrow('not an address of the host')
    },
  )
})
