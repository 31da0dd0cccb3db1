import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Notes } from "../parts/notes.tsx";
import { PhonePage } from "./phone-page.tsx";
import "../styles/index.css";

const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5000, networkMode: "always" } } });
const root = document.getElementById("root");
if (!root) throw new Error("phone.html has no #root");

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Notes>
        <PhonePage />
      </Notes>
    </QueryClientProvider>
  </StrictMode>,
);

// There with a certificate only; without one the page works while the computer is near.
if ("serviceWorker" in navigator) void navigator.serviceWorker.register("/phone-worker.js").catch(() => undefined);
