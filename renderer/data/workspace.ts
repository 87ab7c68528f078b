import { createContext, useContext } from 'react'
import type { WorkspaceView } from '../../shared/record/views.ts'

export const WorkspaceContext = createContext<WorkspaceView | undefined>(undefined)

/** The open workspace; every screen inside the frame has one. */
export function useWorkspace(): WorkspaceView {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('no workspace outside the frame')
  return workspace
}
