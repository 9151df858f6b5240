export default () => 'created';
