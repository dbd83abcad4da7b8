/** A page of the notice's picture, in the points of its drawing, and how many dots a point becomes: 1,080 dots are as wide as a telephone shows. */
const PAGE_HEIGHT = 720
const DOTS = 3

/** The pages of the notice, each drawn on white as a PNG. `name` gives each file its own. */
export async function drawPages(svg: string, name: (at: number) => string): Promise<File[]> {
  const files: File[] = []
  for (const [at, page] of pagesOf(svg).entries()) files.push(new File([await draw(page)], name(at + 1), { type: 'image/png' })) // one after another: a telephone has little memory
  return files
}

/** Each page as a drawing of its own: its group, and the letters that all of them share. */
function pagesOf(svg: string): SVGSVGElement[] {
  const whole = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('svg')
  if (!whole) throw new Error('the picture is no drawing')
  const { width } = whole.viewBox.baseVal
  return [...whole.querySelectorAll(':scope > g')].map((group, at) => {
    const page = whole.cloneNode(false) as SVGSVGElement // a copy is of the same kind
    for (const [attribute, value] of Object.entries({ viewBox: `0 ${at * PAGE_HEIGHT} ${width} ${PAGE_HEIGHT}`, width: width * DOTS, height: PAGE_HEIGHT * DOTS })) page.setAttribute(attribute, String(value))
    page.append(group.cloneNode(true), ...[...whole.querySelectorAll(':scope > defs')].map((letters) => letters.cloneNode(true)))
    return page
  })
}

async function draw(page: SVGSVGElement): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(page))}`
  await image.decode()
  const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height })
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('this browser cannot draw')
  pen.fillStyle = '#FFFFFF'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0)
  return new Promise((done, failed) => { canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('this browser cannot keep a picture'))), 'image/png') })
}
