// Configuration of the user administration of thutuc.
export default {
  app: {
    name: 'Quản trị người dùng',
    vendor: 'thutuc'
  },
  locales: {
    availableLocales: ['vi', 'en'],
    fallbackLocale: 'vi'
  },
  disableWelcomeMessage: true
};
