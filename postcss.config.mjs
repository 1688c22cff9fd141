// Tailwind 4 is a PostCSS plugin; its whole configuration is app/globals.css.
export default { plugins: { '@tailwindcss/postcss': {} } };
