using System.Globalization;
using TorchSharp.Modules;
using static TorchSharp.Portable.Tests.Conformance.TensorQuestions;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Portable.Tests.Conformance;

/// <summary>The questions of facts.txt that concern random numbers, modules, losses and optimizers.</summary>
internal static class ModuleQuestions
{
    internal static readonly Dictionary<string, Func<object?>> Random = new()
    {
        ["randint(5,{3})"] = () => D(randint(5, new long[] { 3 })),
        ["randperm"] = () => D(randperm(4)),
        ["multinomial"] = () => D(multinomial(ones(5) / 5, 2)),
        ["rand"] = () => Seeded(42, () => rand(3).npstr(fltFormat: "R")),
        ["randn"] = () => Seeded(42, () => randn(3).npstr(fltFormat: "R")),
        ["randperm of 8"] = () => Seeded(42, () => randperm(8).npstr()),
        ["linear init"] = () => Seeded(0, () => Linear(3, 2).weight.npstr(fltFormat: "R")),
        ["lstm init"] = () => Seeded(0, () => LSTM(2, 2).parameters().First()[0].npstr(fltFormat: "R")),
        ["emb init"] = () => Seeded(0, () => Embedding(2, 2).weight!.npstr(fltFormat: "R")),
        ["generator"] = () => rand(2, generator: new Generator(42)).npstr(),
        ["seed parity rand20"] = () => Seeded(7, () => randn(20).npstr(width: 400, fltFormat: "R")),
        ["dropout"] = () => Seeded(0, () => functional.dropout(ones(8), 0.5).npstr()),
    };

    internal static readonly Dictionary<string, Func<object?>> Recurrent = new()
    {
        ["lstm parameters"] = () => string.Join(" ", Stacked().named_parameters().Select(static p => $"{p.name}:{string.Join("x", p.parameter.shape)}")),
        ["lstm shapes"] = () =>
        {
            var (output, hidden, cell) = Stacked().call(randn(5, 7, 3));
            return $"{D(output)} {D(hidden)} {D(cell)}";
        },
        ["LSTM ifgo"] = () =>
        {
            var lstm = LSTM(2, 3, batchFirst: true);
            var p = lstm.named_parameters().ToDictionary(static x => x.name, static x => (Tensor)x.parameter);
            var x = randn(1, 1, 2);
            var gates = (x[0].mm(p["weight_ih_l0"].t()) + p["bias_ih_l0"] + p["bias_hh_l0"]).chunk(4, 1);
            var cell = gates[0].sigmoid() * gates[2].tanh();
            var (_, h, c) = lstm.call(x);
            return $"{h[0].allclose(gates[3].sigmoid() * cell.tanh(), atol: 1e-6)} {c[0].allclose(cell, atol: 1e-6)}";
        },
        ["GRU rzn"] = () =>
        {
            var gru = GRU(2, 3, batchFirst: true);
            var p = gru.named_parameters().ToDictionary(static x => x.name, static x => (Tensor)x.parameter);
            var (x, h0) = (randn(1, 1, 2), randn(1, 1, 3));
            var gi = (x[0].mm(p["weight_ih_l0"].t()) + p["bias_ih_l0"]).chunk(3, 1);
            var gh = (h0[0].mm(p["weight_hh_l0"].t()) + p["bias_hh_l0"]).chunk(3, 1);
            var (r, z) = ((gi[0] + gh[0]).sigmoid(), (gi[1] + gh[1]).sigmoid());
            var n = (gi[2] + r * gh[2]).tanh();
            return gru.call(x, h0).Item2[0].allclose((1 - z) * n + z * h0[0], atol: 1e-6);
        },
        ["unbatched 2-D no state"] = () => D(LSTM(3, 4).call(randn(7, 3)).Item1),
        ["unbatched w/ state"] = () => D(LSTM(3, 4).call(randn(7, 3), (zeros(1, 4), zeros(1, 4))).Item1),
        ["gru"] = () => Both(GRU(3, 4, batchFirst: true).call(randn(5, 7, 3))),
        ["rnn"] = () => Both(RNN(3, 4, batchFirst: true).call(randn(5, 7, 3))),
        ["lstmcell"] = () => Both(LSTMCell(3, 4).call(randn(5, 3))),
        ["grucell"] = () => D(GRUCell(3, 4).forward(randn(5, 3))),
        ["two cell call with state"] = () => D(LSTMCell(3, 4).call(randn(5, 3), (zeros(5, 4), zeros(5, 4))).Item1),
        ["GRUCell 1 arg call"] = () => D(GRUCell(3, 4).forward(randn(5, 3))),
        ["RNNCell null"] = () => D(RNNCell(3, 4).forward(randn(5, 3))),
        ["LSTM dropout 1 layer"] = () => LSTM(3, 4, dropout: 0.5) is null ? "" : "ok",
        ["Bidirectional h order"] = () =>
        {
            var (o, h, _) = LSTM(3, 4, batchFirst: true, bidirectional: true).call(randn(2, 5, 3));
            return $"{o[.., -1, ..4].allclose(h[0])} {o[.., 0, 4..].allclose(h[1])}";
        },
        ["packed"] = () =>
        {
            var packed = nn.utils.rnn.pack_padded_sequence(randn(3, 5, 3), tensor(new long[] { 2, 5, 3 }), batch_first: true, enforce_sorted: false);
            var (output, hidden, _) = LSTM(3, 4, batchFirst: true).call(packed);
            var (padded, lengths) = nn.utils.rnn.pad_packed_sequence(output, batch_first: true);
            return $"{D(padded)} len={lengths.npstr()} h={D(hidden)} batch_sizes={packed.batch_sizes.npstr()} sorted={packed.sorted_indices!.npstr()} data={D(packed.data)}";
        },
        ["packed unsorted enforce"] = () =>
            D(nn.utils.rnn.pack_padded_sequence(randn(3, 5, 3), tensor(new long[] { 2, 5, 3 }), batch_first: true).data),
        ["packed len int32"] = () => D(nn.utils.rnn.pack_padded_sequence(randn(3, 5, 3), tensor(new[] { 5, 3, 2 }), batch_first: true).data),
        ["lengths on int list"] = () => D(nn.utils.rnn.pack_sequence(new[] { randn(4, 3), randn(2, 3) }).data),
        ["pad_sequence"] = () =>
            nn.utils.rnn.pad_sequence(new[] { tensor(new long[] { 1, 2, 3 }), tensor(new long[] { 4 }) }, batch_first: true).npstr(),
        ["packed last hidden == last valid"] = () =>
        {
            var packed = nn.utils.rnn.pack_padded_sequence(randn(2, 5, 3), tensor(new long[] { 2, 5 }), batch_first: true, enforce_sorted: false);
            var (output, hidden, _) = LSTM(3, 4, batchFirst: true).call(packed);
            var (padded, _) = nn.utils.rnn.pad_packed_sequence(output, batch_first: true);
            return $"{padded[0, 1].allclose(hidden[0, 0])} pad rows zero: {padded[0, 2].npstr()}";
        },
        ["copy_ into LSTM param"] = () =>
        {
            var lstm = LSTM(1, 1);
            using (no_grad())
            {
                foreach (var (_, p) in lstm.named_parameters()) p.fill_(0.5f);
            }
            return lstm.call(ones(1, 1, 1)).Item1.npstr();
        },
        ["init ns"] = () =>
        {
            var lstm = LSTM(2, 3);
            foreach (var (name, p) in lstm.named_parameters())
            {
                if (name.Contains("weight_hh")) init.orthogonal_(p);
                else if (name.Contains("weight")) init.xavier_uniform_(p);
                else
                {
                    init.zeros_(p);
                    using (no_grad()) p.slice(0, 3, 6, 1).fill_(1f);
                }
            }
            return lstm.get_parameter("bias_ih_l0")!.npstr();
        },
    };

    internal static readonly Dictionary<string, Func<object?>> Layers = new()
    {
        ["padding gradient"] = () =>
        {
            var embedding = Embedding(4, 2, padding_idx: 0);
            embedding.call(tensor(new long[] { 0, 1, 1 })).sum().backward();
            return embedding.weight!.grad!.npstr();
        },
        ["emb int32 idx"] = () => D(Embedding(4, 2).call(tensor(new[] { 0, 1 }))),
        ["emb out of range"] = () => D(Embedding(4, 2).call(tensor(new long[] { 9 }))),
        ["from_pretrained"] = () => Embedding_from_pretrained(ones(3, 2)).weight!.requires_grad,
        ["Embedding weights mutate under no_grad"] = () =>
        {
            var embedding = Embedding(3, 2);
            using (no_grad()) embedding.weight!.fill_(1f);
            return embedding.weight!.npstr();
        },
        ["one_hot"] = () => D(functional.one_hot(arange(3), 4)),
        ["F.sigmoid"] = () => D(functional.sigmoid(ones(2))),
        ["CE ignore"] = () => CrossEntropyLoss(ignore_index: 0).call(zeros(3, 4), tensor(new long[] { 0, 1, 2 })).item<float>(),
        ["CE default ignore -100"] = () => CrossEntropyLoss().call(zeros(2, 4), tensor(new long[] { -100, 1 })).item<float>(),
        ["CE 3d"] = () => CrossEntropyLoss().call(zeros(2, 4, 5), zeros(2, 5, dtype: int64)).item<float>(),
        ["CE int32 target"] = () => CrossEntropyLoss().call(zeros(2, 4), tensor(new[] { 0, 1 })).item<float>(),
        ["BCEWL shape mismatch"] = () => BCEWithLogitsLoss().call(zeros(4, 1), zeros(4)).item<float>(),
        ["BCEWL int target"] = () => BCEWithLogitsLoss().call(zeros(4), zeros(4, dtype: int64)).item<float>(),
        ["MSE broadcast"] = () => MSELoss().call(zeros(4, 1), zeros(4)).item<float>(),
        ["new CE label_smoothing"] = () =>
            new CrossEntropyLoss(label_smoothing: 0.1).call(zeros(3, 4), tensor(new long[] { 0, 1, 2 })).item<float>(),
        ["CE smoothing"] = () =>
            new CrossEntropyLoss(label_smoothing: 0.1).call(tensor(new float[,] { { 1, 2, 3 } }), tensor(new long[] { 2 })).item<float>(),
    };

    internal static readonly Dictionary<string, Func<object?>> Structure = new()
    {
        ["name"] = () => new Net().GetName(),
        ["named_parameters"] = () => string.Join(" | ", new Net().named_parameters().Select(static p => p.name)),
        ["state_dict"] = () => string.Join(" | ", new Net().state_dict().Keys),
        ["named_modules"] = () => string.Join(" | ", new Net().named_modules().Select(static p => $"{p.name}:{p.module.GetType().Name}")),
        ["named_children"] = () => string.Join(" | ", new Net().named_children().Select(static p => p.name)),
        ["training"] = () => new Net().training,
        ["after eval"] = () =>
        {
            var net = new Net();
            net.eval();
            return $"{net.training} drop {net.drop.training} lstm {net.lstm.training}";
        },
        ["call"] = () => D(new Net().call(tensor(new long[,] { { 1, 2, 3 } }))),
        ["ToString"] = () => new Net().ToString(),
        ["nparam"] = () => new Net().parameters().Sum(static p => p.numel()),
        ["to returns"] = () => new Net().to(CPU).GetType().Name,
        ["to(float64)"] = () =>
        {
            var net = new Net();
            net.to(float64);
            return $"{net.parameters().First().dtype} lstm {net.lstm.parameters().First().dtype}";
        },
        ["load_state_dict"] = () =>
        {
            var (missing, unexpected) = new Net().load_state_dict(new Net().state_dict());
            return $"{missing.Count} {unexpected.Count}";
        },
        ["save and load"] = () => InFile(path =>
        {
            var net = new Net();
            net.save(path);
            var other = new Net();
            other.load(path);
            var same = net.parameters().Zip(other.parameters(), static (a, b) => a.allclose(b)).All(static equal => equal);
            return $"{same} size={new FileInfo(path).Length}";
        }),
        ["load into wrong arch"] = () => InFile(path =>
        {
            Linear(3, 4).save(path);
            Linear(5, 4).load(path);
            return 1;
        }),
        ["load strict missing"] = () => InFile(path =>
        {
            Linear(3, 4).save(path);
            new Net().load(path);
            return 1;
        }),
        ["no RegisterComponents"] = () => new Unregistered().parameters().Count(),
        ["ModuleList"] = () =>
        {
            var list = ModuleList(Linear(1, 2), Linear(2, 3));
            return $"{list.Count} {string.Join(",", list.named_parameters().Select(static p => p.name))}";
        },
        ["ModuleList as field"] = () => string.Join(",", new WithList().named_parameters().Select(static p => p.name)),
        ["Dictionary/array field not registered"] = () => new WithArray().parameters().Count(),
        ["underscore and property fields"] = () =>
        {
            var module = new WithManyFields();
            return $"{string.Join(" ", module.named_parameters().Select(static p => p.name))} || buffers {string.Join(" ", module.named_buffers().Select(static p => p.name))}";
        },
        ["Sequential"] = () =>
        {
            var sequence = Sequential(("a", Linear(2, 3)), ("act", ReLU()), ("b", Linear(3, 1)));
            return D(sequence.call(ones(2, 2))) + string.Join(",", sequence.named_parameters().Select(static p => p.name));
        },
        ["Sequential unnamed"] = () => string.Join(",", Sequential(Linear(2, 3), ReLU(), Linear(3, 1)).named_parameters().Select(static p => p.name)),
        ["register_buffer"] = () =>
        {
            var module = new WithBuffer();
            return $"{string.Join(",", module.state_dict().Keys)} params {module.parameters().Count()}";
        },
        ["reuse ctor after dispose"] = () =>
        {
            var linear = Linear(1, 1);
            linear.Dispose();
            return D(linear.call(ones(1, 1)));
        },
        ["apply"] = () =>
        {
            var count = 0;
            new Net().apply(_ => count++);
            return count;
        },
        ["hook"] = () =>
        {
            var linear = Linear(2, 2);
            var count = 0;
            linear.register_forward_hook((_, _, output) =>
            {
                count++;
                return output;
            });
            linear.call(ones(1, 2));
            linear.forward(ones(1, 2));
            return count;
        },
        ["module made in scope weight"] = () =>
        {
            Linear linear;
            using (NewDisposeScope()) linear = Linear(2, 1);
            return linear.weight.IsInvalid;
        },
        ["lstm made in scope"] = () =>
        {
            LSTM lstm;
            using (NewDisposeScope()) lstm = LSTM(2, 1);
            return lstm.parameters().First().IsInvalid;
        },
        ["Net built inside scope: params after"] = () => string.Join(" ", MadeInScope().named_parameters().Select(static p => p.name)),
        ["Net built inside scope: forward after"] = () => D(MadeInScope().call(tensor(new long[,] { { 1, 2, 3 } }))),
        ["Net built inside scope + Detach: params after"] = () =>
        {
            Net net;
            using (NewDisposeScope())
            {
                net = new Net();
                foreach (var p in net.parameters()) p.DetachFromDisposeScope();
            }
            return net.named_parameters().Count();
        },
    };

    internal static readonly Dictionary<string, Func<object?>> Training = new()
    {
        ["adam state survives scope"] = () =>
        {
            var (linear, optimizer) = Trained();
            using (NewDisposeScope())
            {
                optimizer.zero_grad();
                linear.call(ones(3, 2)).sum().backward();
                optimizer.step();
            }
            return "ok";
        },
        ["grad after zero_grad()"] = () =>
        {
            var (linear, optimizer) = Trained();
            optimizer.zero_grad();
            return linear.weight.grad is null;
        },
        ["param groups"] = () => string.Join(",", Trained().Optimizer.ParamGroups.Select(static g => Text(g.LearningRate))),
        ["AdamW default wd"] = () => optim.AdamW(Linear(1, 1, hasBias: false).parameters()).ParamGroups.First().GetType().FullName,
        ["clip"] = () =>
        {
            var linear = Linear(2, 1);
            (linear.call(full(1, 2, 100.0f)) * 10).sum().backward();
            var before = nn.utils.clip_grad_norm_(linear.parameters(), 1.0);
            var after = nn.utils.clip_grad_norm_(linear.parameters(), 1.0);
            return $"{Text(before)} -> {Text(after)}";
        },
        ["clip no grads"] = () => nn.utils.clip_grad_norm_(Linear(2, 1).parameters(), 1.0),
        ["opt save/load"] = () => InFile(path =>
        {
            var linear = Linear(2, 1);
            var first = optim.Adam(linear.parameters(), 0.01);
            linear.call(ones(1, 2)).sum().backward();
            first.step();
            first.save_state_dict(path);
            var second = optim.Adam(linear.parameters(), 0.5);
            second.load_state_dict(path);
            return Text(second.ParamGroups.First().LearningRate);
        }),
        ["StepLR"] = () =>
        {
            var optimizer = optim.SGD(Linear(1, 1).parameters(), 0.1);
            var schedule = optim.lr_scheduler.StepLR(optimizer, 2, 0.5);
            var rates = "";
            for (var i = 0; i < 5; i++)
            {
                optimizer.step();
                schedule.step();
                rates += Text(optimizer.ParamGroups.First().LearningRate) + " ";
            }
            return $"{rates} last {string.Join(",", schedule.get_last_lr().Select(Text))}";
        },
        ["ReduceLROnPlateau"] = () => Plateau().Rates,
        ["ReduceLROnPlateau says"] = () => Plateau().Said,
        ["ReduceLROnPlateau step()"] = () =>
        {
            optim.lr_scheduler.ReduceLROnPlateau(optim.Adam(Linear(1, 1).parameters(), 0.1)).step();
            return 1;
        },
        ["set lr"] = () =>
        {
            var optimizer = optim.Adam(Linear(1, 1).parameters(), 0.1);
            foreach (var group in optimizer.ParamGroups) group.LearningRate = 0.01;
            return Text(optimizer.ParamGroups.First().LearningRate);
        },
        ["empty params"] = () => optim.Adam(new List<Parameter>()).parameters().Count(),
        ["lr via ctor name SGD"] = () =>
            Text(optim.SGD(Linear(1, 1).parameters(), learningRate: 0.1, momentum: 0.9).ParamGroups.First().LearningRate),
        ["OneCycleLR"] = () => AfterOneStep(static o => optim.lr_scheduler.OneCycleLR(o, 0.1, total_steps: 10)),
        ["CosineAnnealingLR"] = () => AfterOneStep(static o => optim.lr_scheduler.CosineAnnealingLR(o, 10)),
    };

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static T Seeded<T>(long seed, Func<T> draw)
    {
        manual_seed(seed);
        return draw();
    }

    private static LSTM Stacked() => LSTM(3, 4, numLayers: 2, batchFirst: true, bidirectional: true, dropout: 0.5);

    private static string Both((Tensor, Tensor) pair) => D(pair.Item1) + D(pair.Item2);

    private static Net MadeInScope()
    {
        using var scope = NewDisposeScope();
        return new Net();
    }

    private static (Linear Model, Adam Optimizer) Trained()
    {
        var linear = Linear(2, 1);
        var optimizer = optim.Adam(linear.parameters());
        linear.call(ones(3, 2)).sum().backward();
        optimizer.step();
        return (linear, optimizer);
    }

    private static (string Rates, string Said) Plateau()
    {
        var rates = "";
        var said = Said(() =>
        {
            var optimizer = optim.Adam(Linear(1, 1).parameters(), 0.1);
            var schedule = optim.lr_scheduler.ReduceLROnPlateau(optimizer, patience: 1, factor: 0.5, verbose: true);
            for (var i = 0; i < 5; i++)
            {
                optimizer.step();
                schedule.step(1.0);
                rates += Text(optimizer.ParamGroups.First().LearningRate) + " ";
            }
        });
        return (rates, said);
    }

    private static string AfterOneStep(Func<optim.Optimizer, optim.lr_scheduler.LRScheduler> schedule)
    {
        var optimizer = optim.Adam(Linear(1, 1).parameters(), 0.1);
        schedule(optimizer).step();
        return Text(optimizer.ParamGroups.First().LearningRate);
    }

    private static object InFile(Func<string, object> use)
    {
        var path = Path.GetTempFileName();
        try
        {
            return use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
