import { isReturnedBy, play } from "./support/exchanges.js";
import { startPrism } from "./support/prism.js";

export async function load(file, exchanges) {
  const { base, close } = await startPrism(file, { isProxy: false, mock: { dynamic: false } });
  return play(exchanges, {
    shows(exchange) {
      const { status, example } = exchange;
      const prefer = [`code=${status}`, ...(example ? [`example=${example}`] : [])].join(", ");
      return isReturnedBy(base, exchange, { prefer });
    },
  }).finally(close);
}
