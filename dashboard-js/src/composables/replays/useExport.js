import { useMutation } from '@tanstack/vue-query'
import { useApi } from '../api/useApi.js'
import { useDownload } from '../page/useDownload.js'

/** A comparison as a file: fetched with the token, then handed to the browser to be saved. */
export function useExport() {
  const api = useApi()
  const { save } = useDownload()
  return useMutation({
    mutationFn: ({ id, format, other }) => api.exportReplay(id, format, other),
    onSuccess: (blob, { id, format, other }) => save(blob, `${id}-with-${other}.${format}`),
  })
}
