const save = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export const saveSvg = (name: string, svg: string): void => save(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }))

/** The picture at twice its size in pixels. Rejects where the browser cannot draw it. */
export const savePng = async (name: string, svg: string): Promise<void> => {
  const image = new Image()
  // The content security policy allows images from data: and not from blob:.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth * 2
  canvas.height = image.naturalHeight * 2
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser gives no canvas to draw on.')
  context.scale(2, 2)
  context.drawImage(image, 0, 0)
  const png = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png')
  })
  if (png === null) throw new Error('This browser cannot write the picture as PNG.')
  save(`${name}.png`, png)
}
