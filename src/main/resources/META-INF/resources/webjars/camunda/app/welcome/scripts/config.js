// Configuration of the common entry page of the web applications.
export default {
  app: {
    name: 'Trang chung',
    vendor: 'thutuc'
  },
  locales: {
    availableLocales: ['vi', 'en'],
    fallbackLocale: 'vi'
  },
  disableWelcomeMessage: true,
  links: [
    {
      label: 'Tiếp nhận hồ sơ',
      href: '/tiep-nhan/',
      description: 'Tiếp nhận hồ sơ tại Bộ phận Một cửa và in giấy hẹn'
    },
    {
      label: 'Hồ sơ của đơn vị',
      href: '/ho-so/',
      description: 'Tra cứu hồ sơ do đơn vị tiếp nhận hoặc giải quyết'
    }
  ]
};
