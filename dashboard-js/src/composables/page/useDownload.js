/** Saving what the page holds as a file of the user's. */
export function useDownload() {
  /** @param {Blob} blob @param {string} name */
  function save(blob, name) {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href))
  }

  return { save }
}
