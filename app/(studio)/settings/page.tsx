// The settings open at the workspace.
import { redirect } from 'next/navigation';

export default function SettingsPage(): never {
  redirect('/settings/workspace');
}
