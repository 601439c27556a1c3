"""What the same seed gives: raw draws and the initial values of layers."""
import torch

from golden_file import DTYPES, GoldenFile

LAYERS = {
    "linear": lambda d: torch.nn.Linear(3, 2, dtype=d),
    "linear_no_bias": lambda d: torch.nn.Linear(5, 4, bias=False, dtype=d),
    "embedding": lambda d: torch.nn.Embedding(7, 3, dtype=d),
    "embedding_padding": lambda d: torch.nn.Embedding(6, 4, padding_idx=1, dtype=d),
    "lstm": lambda d: torch.nn.LSTM(3, 2, num_layers=2, bidirectional=True, dtype=d),
    "gru": lambda d: torch.nn.GRU(3, 2, dtype=d),
    "rnn": lambda d: torch.nn.RNN(3, 4, dtype=d),
    "lstm_cell": lambda d: torch.nn.LSTMCell(2, 3, dtype=d),
    "gru_cell": lambda d: torch.nn.GRUCell(2, 3, dtype=d),
    "rnn_cell": lambda d: torch.nn.RNNCell(2, 3, dtype=d),
}


def initialisers():
    init = torch.nn.init
    return {
        "uniform": lambda t: init.uniform_(t, -2, 3),
        "normal": lambda t: init.normal_(t, 1.5, 0.5),
        "xavier_uniform": lambda t: init.xavier_uniform_(t, 1.5),
        "xavier_normal": lambda t: init.xavier_normal_(t),
        "kaiming_uniform": lambda t: init.kaiming_uniform_(t, a=5 ** 0.5),
        "kaiming_normal": lambda t: init.kaiming_normal_(t, nonlinearity="relu"),
        "kaiming_fan_out": lambda t: init.kaiming_normal_(t, mode="fan_out", nonlinearity="tanh"),
        "orthogonal": lambda t: init.orthogonal_(t, 0.5),
        "trunc_normal": lambda t: init.trunc_normal_(t, 0.5, 1, -1, 1),
    }


def make():
    out = GoldenFile("seeds.txt")
    for seed in (0, 42, 7, 2 ** 32 + 5):
        out.case("draws", seed=seed)

        def draw(name, make_tensor):
            torch.manual_seed(seed)
            out.tensor(name, make_tensor())

        draw("rand", lambda: torch.rand(5))
        draw("rand_double", lambda: torch.rand(4, dtype=torch.float64))
        draw("uniform", lambda: torch.empty(6).uniform_(-0.37, 1.91))
        draw("uniform_double", lambda: torch.empty(6, dtype=torch.float64).uniform_(-0.37, 1.91))
        draw("randn_3", lambda: torch.randn(3))
        draw("randn_double_5", lambda: torch.randn(5, dtype=torch.float64))
        draw("randn_16", lambda: torch.randn(16))
        draw("randn_37", lambda: torch.randn(37))
        draw("randn_double_37", lambda: torch.randn(37, dtype=torch.float64))
        draw("normal_7", lambda: torch.empty(7).normal_(3, 0.25))
        draw("normal_20", lambda: torch.empty(20).normal_(3, 0.25))
        draw("randint", lambda: torch.randint(-3, 11, (9,)))
        draw("randint_wide", lambda: torch.randint(0, 2 ** 40, (5,)))
        draw("randperm", lambda: torch.randperm(17))
        draw("bernoulli", lambda: torch.empty(20).bernoulli_(0.3))
        draw("bernoulli_tensor", lambda: torch.bernoulli(torch.linspace(0, 1, 12)))
        draw("bernoulli_tensor_double", lambda: torch.bernoulli(torch.linspace(0, 1, 12, dtype=torch.float64)))
        draw("dropout", lambda: torch.nn.functional.dropout(torch.ones(12), 0.4))
        draw("exponential", lambda: torch.empty(6).exponential_(1.5))
        weights = torch.tensor([0.1, 2.0, 0.7, 1.2, 0.0, 3.0, 0.4])
        draw("multinomial_1", lambda: torch.multinomial(weights, 1))
        draw("multinomial_4", lambda: torch.multinomial(weights, 4))
        draw("multinomial_rows", lambda: torch.multinomial(torch.stack([weights, weights.flip(0)]), 3))
        draw("multinomial_replacement", lambda: torch.multinomial(weights, 9, replacement=True))
        draw("multinomial_double", lambda: torch.multinomial(weights.double(), 3))

        torch.manual_seed(seed)
        torch.randn(3)
        out.tensor("after_randn_3_randn_2", torch.randn(2))
        torch.manual_seed(seed)
        torch.randn(3)
        out.tensor("after_randn_3_rand_2", torch.rand(2))

    for dtype_name, dtype in DTYPES.items():
        for name, make_layer in LAYERS.items():
            out.case(name, seed=3, dtype=dtype_name)
            torch.manual_seed(3)
            for parameter_name, p in make_layer(dtype).named_parameters():
                out.tensor(parameter_name, p)
        for name, fill in initialisers().items():
            for shape in ((4, 3), (3, 6)):
                out.case("init", fill=name, seed=5, dtype=dtype_name)
                torch.manual_seed(5)
                out.tensor("values", fill(torch.empty(shape, dtype=dtype)))
    out.write()
