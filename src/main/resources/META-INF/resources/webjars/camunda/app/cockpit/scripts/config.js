// Configuration of Cockpit: it stays in English and German, the languages its administrators read it in.
export default {
  app: {
    name: 'Cockpit',
    vendor: 'thutuc'
  },
  locales: {
    availableLocales: ['en', 'de'],
    fallbackLocale: 'en'
  },
  customScripts: ['scripts/outbound-incident'],
  disableWelcomeMessage: true
};
