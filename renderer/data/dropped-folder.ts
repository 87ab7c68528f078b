/** Where files of dropped folders lay; the browser tells it beside the file. */
const places = new WeakMap<File, string>()

/** A file's place in the one folder that was chosen or dropped, such as `older/a.xml`; its name where it came alone. */
export function placeInFolder(file: File): string {
  const place = file.webkitRelativePath ? withoutFirst(file.webkitRelativePath) : places.get(file)
  return place || file.name
}

const withoutFirst = (path: string): string => path.slice(path.indexOf('/') + 1)

/**
 * All files of a drop, those in dropped folders too. Must be called while the drop is handled: the browser forgets
 * its folders right after.
 */
export function filesOfDrop(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.() ?? null)
  const files = [...transfer.files]
  if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(files)
  // Of several folders each file keeps the name of its own.
  const place = (path: string): string => (entries.length === 1 ? withoutFirst(path) : path)
  return Promise.all(entries.map((entry) => (entry ? filesOf(entry, place) : []))).then((all) => all.flat())
}

async function filesOf(entry: FileSystemEntry, place: (path: string) => string): Promise<readonly File[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    places.set(file, place(withoutFirst(entry.fullPath)))
    return [file]
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const found: File[] = []
  // A folder is handed out in portions; an empty one ends it.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (portion.length === 0) return found
    for (const each of portion) found.push(...(await filesOf(each, place)))
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}
