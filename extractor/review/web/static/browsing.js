// Browse the folders of this machine until one, or a file, is chosen; and tell what went wrong.
import { post } from "./calls.js";

const told = document.getElementById("melding");
const folders = document.getElementById("mappen");

export async function tell(act, place = told) {
  place.textContent = "";
  try {
    return await act();
  } catch (refused) {
    place.textContent = refused.message;
    return null;
  }
}

// What is chosen goes into the box for the path, and is looked at.
export function followFolders({ address, start, path, look }) {
  const browse = async (place) => {
    const listed = await tell(() => post(address, { path: place }));
    if (listed) folders.innerHTML = listed.html;
  };
  document.getElementById("kijk").addEventListener("submit", (event) => {
    event.preventDefault();
    look();
  });
  document.getElementById("bladeren").addEventListener("click", () => browse(start()));
  folders.addEventListener("click", (event) => {
    const { folder, choose } = event.target.dataset;
    if (folder) browse(folder);
    if (!choose) return;
    path.value = choose;
    look();
  });
}
