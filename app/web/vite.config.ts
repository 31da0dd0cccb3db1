import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    // The server's content policy allows no inline data; every asset is a file of its own.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2023",
    rolldownOptions: {
      input: ["app/web/index.html", "app/web/phone.html"],
      // What most pages share comes in two files: thirty small ones take a page a tenth of a second longer.
      output: { codeSplitting: { groups: [{ name: "packages", test: /node_modules/, minShareCount: 4 }, { name: "shared", minShareCount: 4 }] } },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:4400" } },
});
