/** The hidden sheet that holds the lists of a template's cells; its presence tells a template that lost its keys. */
export const listsSheet = 'Bodymark'
