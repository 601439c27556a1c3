using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.Conformance;

/// <summary>The questions of facts.txt that concern tensors.</summary>
internal static class TensorQuestions
{
    private static readonly Tensor M = arange(12).reshape(3, 4);
    private static readonly Tensor F = tensor(new float[,] { { 1, 2.5f }, { -3.14159f, 1e-5f } });
    private static readonly Tensor Cube = arange(8).reshape(2, 2, 2);

    internal static readonly Dictionary<string, Func<object?>> Types = new()
    {
        ["tensor(1)"] = () => D(tensor(1)),
        ["tensor(1L)"] = () => D(tensor(1L)),
        ["tensor(1.0)"] = () => D(tensor(1.0)),
        ["tensor(1f)"] = () => D(tensor(1f)),
        ["tensor(int[])"] = () => D(tensor(new[] { 1, 2 })),
        ["tensor(double[])"] = () => D(tensor(new[] { 1.0, 2 })),
        ["tensor(float[,])"] = () => D(tensor(new float[,] { { 1, 2 }, { 3, 4 } })),
        ["tensor(bool[])"] = () => D(tensor(new[] { true })),
        ["arange(5)"] = () => D(arange(5)),
        ["arange(5f)"] = () => D(arange(5f)),
        ["arange(0,1,0.1)"] = () => D(arange(0, 1, 0.1)),
        ["full(2, 1)"] = () => D(full(2, 1)),
        ["full(2,3,1.5)"] = () => D(full(2, 3, 1.5)),
        ["full(new long[]{2},1L)"] = () => D(full(new long[] { 2 }, 1L)),
        ["int32 sum"] = () => D(tensor(new[] { 1, 2 }).sum()),
        ["bool sum"] = () => D(tensor(new[] { true }).sum()),
        ["f32*2.0"] = () => D(ones(2) * 2.0),
        ["f32+tensor(1.0 f64 0-d)"] = () => D(ones(2) + tensor(1.0)),
        ["i64/2"] = () => D(arange(3) / 2),
        ["i64*1.5"] = () => D(arange(3) * 1.5),
        ["1.0 - f32"] = () => D(1.0 - ones(2)),
        ["1/f32"] = () => D(1f / ones(2)),
        ["f32>0"] = () => D(ones(2) > 0),
        ["a==b"] = () => D(ones(2) == ones(2)),
        ["equal()"] = () => D(equal(ones(2), ones(2))),
        ["a.Equals(b)"] = () => ones(2).Equals(ones(2)),
        ["mean of int64"] = () => D(arange(3).mean()),
        ["item<float> of f64"] = () => tensor(1.0).item<float>(),
        ["item<double> of f32"] = () => tensor(1f).item<double>(),
        ["item<int> of i64"] = () => tensor(1L).item<int>(),
        ["ToSingle of f64"] = () => tensor(1.0).ToSingle(),
        ["item on 2 elts"] = () => ones(2).item<float>(),
        ["item [1,1]"] = () => ones(1, 1).item<float>(),
        ["(float)t"] = () => (float)tensor(1f),
        ["(int)i64"] = () => (int)tensor(5L),
        ["data<float> on f64"] = () => tensor(new[] { 1.0, 2 }).data<float>().ToArray().Length,
        ["data<long>.ToArray"] = () => string.Join(",", arange(3).data<long>().ToArray()),
        ["data on transposed"] = () => string.Join(",", arange(6).reshape(2, 3).t().data<long>().ToArray()),
        ["data()[i]"] = () => arange(6).reshape(2, 3).data<long>()[1, 2],
        ["data on requires_grad"] = () => ones(2, requires_grad: true).data<float>().ToArray().Length,
    };

    internal static readonly Dictionary<string, Func<object?>> Indexing = new()
    {
        ["m[0]"] = () => D(M[0]),
        ["m[-1]"] = () => D(M[-1]),
        ["m[0,1]"] = () => D(M[0, 1]),
        ["m[..,1]"] = () => D(M[.., 1]),
        ["m[1..]"] = () => D(M[1..]),
        ["m[^1]"] = () => D(M[^1]),
        ["m[TensorIndex.Colon,TensorIndex.Slice(1,3)]"] = () => D(M[TensorIndex.Colon, TensorIndex.Slice(1, 3)]),
        ["m[.., 1..3]"] = () => D(M[.., 1..3]),
        ["m[.., ^1]"] = () => $"{D(M[.., ^1])} {string.Join(",", M[.., ^1].data<long>().ToArray())}",
        ["m[..,-1]"] = () => string.Join(",", M[.., -1].data<long>().ToArray()),
        ["m[TensorIndex.Ellipsis,0]"] = () => D(M[TensorIndex.Ellipsis, 0]),
        ["m[mask]"] = () => D(M[M > 5]),
        ["m[idx]"] = () => D(M[tensor(new long[] { 0, 2 })]),
        ["m[(0,2)]"] = () => D(M[(0, 2)]),
        ["m[5]"] = () => D(M[5]),
        ["..^1"] = () => D(M[..^1]),
        ["m[TensorIndex.None]"] = () => D(M[TensorIndex.None]),
        ["m[1..2] view?"] = () =>
        {
            var c = M.clone();
            c[0] = zeros(4, dtype: int64);
            c[1, 1] = tensor(99L);
            return c.ToString(TorchSharp.TensorStringStyle.CSharp);
        },
    };

    internal static readonly Dictionary<string, Func<object?>> Printing = new()
    {
        ["ToString()"] = () => F.ToString(),
        ["Metadata"] = () => F.ToString(TorchSharp.TensorStringStyle.Metadata),
        ["Julia"] = () => F.ToString(TorchSharp.TensorStringStyle.Julia),
        ["Numpy"] = () => F.ToString(TorchSharp.TensorStringStyle.Numpy),
        ["CSharp"] = () => F.ToString(TorchSharp.TensorStringStyle.CSharp),
        ["Default"] = () => F.ToString(TorchSharp.TensorStringStyle.Default),
        ["print()"] = () => Said(() => F.print()),
        ["scalar default"] = () => tensor(1.5f),
        ["scalar str"] = () => tensor(1.5f).str(),
        ["scalar np"] = () => tensor(1.5f).npstr(),
        ["scalar c"] = () => tensor(1.5f).cstr(),
        ["1d np"] = () => arange(3).npstr(),
        ["1d c"] = () => arange(3).cstr(),
        ["bool np"] = () => tensor(new[] { true, false }).npstr(),
        ["TensorStringStyle"] = () => torch.TensorStringStyle,
        ["large"] = () => arange(2000).reshape(1, 2000).npstr().Length,
        ["30 np"] = () => arange(30).npstr(),
        ["3d c"] = () => Cube.cstr(),
        ["3d np"] = () => Cube.npstr(),
        ["3d jl"] = () => Cube.jlstr(),
        ["ToString() with numpy as default"] = () => WithStyle(numpy, () => F.ToString()),
        ["8 np"] = () => arange(8).npstr(),
        ["8 str"] = () => arange(8).str(),
        ["8 c"] = () => arange(8).cstr(),
        ["printoptions"] = () => WithOptions(() =>
        {
            set_printoptions(precision: 3);
            var t = tensor(new[] { 1.23456789, 2 });
            return $"{t.npstr()} | {t.str()}";
        }),
    };

    internal static readonly Dictionary<string, Func<object?>> Scopes = new()
    {
        ["keep"] = () => KeptAndGone().Keep.IsInvalid,
        ["gone.IsInvalid"] = () => KeptAndGone().Gone.IsInvalid,
        ["gone+1"] = () => D(KeptAndGone().Gone + 1),
        ["gone.ToString()"] = () => KeptAndGone().Gone.ToString(),
        ["gone.shape"] = () => KeptAndGone().Gone.shape.Length,
        ["grad after scope"] = () =>
        {
            var p = ones(2, requires_grad: true);
            using (NewDisposeScope()) (p * p).sum().backward();
            return p.grad!.npstr();
        },
        ["two-arg WrappedTensorDisposeScope"] = () => D(WrappedTensorDisposeScope(() => ones(2) * 3)),
        ["scope exit w/o using: anonymous"] = () =>
        {
            Tensor kept;
            using (var scope = NewDisposeScope()) kept = scope.MoveToOuter(ones(2) + 1);
            return kept.npstr();
        },
        ["tuple MoveToOuter"] = () =>
        {
            using var scope = NewDisposeScope();
            var (a, b) = scope.MoveToOuter(ones(1), ones(2));
            return D(a) + D(b);
        },
        ["scope stats reset"] = () =>
        {
            DisposeScopeManager.Statistics.Reset();
            return "ok";
        },
    };

    internal static readonly Dictionary<string, Func<object?>> Autograd = new()
    {
        ["backward twice"] = () =>
        {
            var p = ones(2, requires_grad: true);
            var loss = (p * p).sum();
            loss.backward();
            loss.backward();
            return 1;
        },
        ["backward nonscalar"] = () => Done(() => (ones(2, requires_grad: true) * 2).backward()),
        ["backward no grad"] = () => Done(() => ones(2).sum().backward()),
        ["mm shape mismatch"] = () => D(ones(2, 3).mm(ones(4, 2))),
        ["view noncontig"] = () => D(ones(2, 3).t().view(6)),
        ["inplace leaf"] = () => ones(2, requires_grad: true).add_(1),
        ["numpy-like data of graph tensor"] = () => D(ones(2, requires_grad: true).detach()),
        ["grad before backward is null"] = () => ones(2, requires_grad: true).grad is null,
        ["backward(retain)"] = () =>
        {
            var p = ones(2, requires_grad: true);
            var loss = (p * p).sum();
            loss.backward(retain_graph: true);
            loss.backward();
            return p.grad!.npstr();
        },
        ["autograd.grad"] = () =>
        {
            var p = ones(2, requires_grad: true);
            return autograd.grad(new[] { (p * p).sum() }, new[] { p })[0].npstr();
        },
        ["no_grad"] = () =>
        {
            using var guard = no_grad();
            return (ones(2, requires_grad: true) * 2).requires_grad;
        },
        ["exception type"] = () =>
        {
            try
            {
                return ones(2) + ones(3);
            }
            catch (System.Runtime.InteropServices.ExternalException error)
            {
                return $"ExternalException {error.Message.Length} chars, first: {error.Message.Split('\n')[0]}";
            }
        },
    };

    internal static readonly Dictionary<string, Func<object?>> Operations = new()
    {
        ["masked_fill -inf softmax"] = () =>
            zeros(1, 3).masked_fill(tensor(new bool[,] { { false, true, false } }), double.NegativeInfinity).softmax(-1).npstr(),
        ["where"] = () => where(tensor(new[] { true, false }), ones(2), zeros(2)).npstr(),
        ["topk"] = () =>
        {
            var (values, indexes) = tensor(new float[] { 1, 3, 2 }).topk(2);
            return values.npstr() + indexes.npstr();
        },
        ["cat"] = () => D(cat(new[] { ones(2, 1), ones(2, 3) }, 1)),
        ["cat list"] = () => D(cat(new List<Tensor> { ones(2, 1), ones(2, 3) }, dim: 1)),
        ["stack"] = () => D(stack(new[] { ones(2), ones(2) }, 1)),
        ["cat collection expr"] = () => D(cat([ones(2, 1), ones(2, 3)], 1)),
        ["stack collection expr"] = () => D(stack([ones(2), ones(2)])),
        ["chunk"] = () => ones(2, 8).chunk(4, 1).Length,
        ["tuple unbind"] = () => ones(3, 2).unbind(0).Length,
        ["size(-1)"] = () => ones(3, 2).size(-1),
        ["shape[^1]"] = () => ones(3, 2).shape[^1],
        ["mean dim"] = () => D(ones(3, 2).mean(new long[] { 1 })),
        ["mean dim via collection"] = () => D(ones(3, 2).mean([1], keepdim: true)),
        ["sum dim"] = () => D(ones(3, 2).sum(1)),
        ["max dim"] = () =>
        {
            var (values, indexes) = ones(3, 2).max(1);
            return D(values) + D(indexes);
        },
        ["argmax"] = () => D(ones(3, 2).argmax(-1)),
        ["pow op"] = () => tensor(2f).pow(3).item<float>(),
        ["-t"] = () => (-ones(1)).npstr(),
        ["t1 & t2"] = () => D((ones(2) > 0) & (ones(2) > 0)),
        ["~"] = () => (~tensor(new[] { true })).npstr(),
        ["to_type"] = () => D(ones(2).to_type(int64)),
        ["to(int64)"] = () => D(ones(2).to(int64)),
        ["@long()"] = () => D(ones(2).@long()),
        ["@float()"] = () => D(arange(2).@float()),
        ["to(ScalarType.Float32)"] = () => D(arange(2).to(ScalarType.Float32)),
        ["device str"] = () => $"{CPU} {device("cpu")} cuda:{cuda.is_available()}",
        ["tensor(1D,dtype long)"] = () => D(tensor(new[] { 1, 2 }, dtype: int64)),
        ["tensor(List<long>)"] = () => D(tensor(new List<long> { 1, 2 })),
        ["tensor(float[],2,2)"] = () => D(tensor(new float[] { 1, 2, 3, 4 }, 2, 2)),
        ["tensor(float[], new long[]{2,2})"] = () => D(tensor(new float[] { 1, 2, 3, 4 }, new long[] { 2, 2 })),
        ["tensor -->"] = () => "n/a",
        ["cuda on cpu box"] = () => D(ones(2, device: CUDA)),
        ["einsum"] = () => D(einsum("bij,bj->bi", ones(2, 3, 4), ones(2, 4))),
        ["bool(t)"] = () => (bool)tensor(true),
        ["foreach? tolist"] = () => arange(3).tolist().GetType(),
        ["Scalar from tensor"] = () => tensor(3f).ToScalar().ToSingle(),
        ["set_default_dtype"] = () =>
        {
            set_default_dtype(float64);
            var type = D(zeros(2));
            set_default_dtype(float32);
            return type;
        },
        ["torch.tensor(jagged)"] = () => D(tensor(new long[,] { { 1, 2 }, { 3, 4 } })),
        ["from IList<float> rows/cols"] = () => D(tensor(new List<float> { 1, 2, 3, 4 }, 2, 2)),
    };

    internal static string D(Tensor t) => $"{t.dtype} [{string.Join(",", t.shape)}]";

    internal static string Said(Action speak)
    {
        var before = Console.Out;
        using var text = new StringWriter();
        Console.SetOut(text);
        try
        {
            speak();
        }
        finally
        {
            Console.SetOut(before);
        }
        return text.ToString();
    }

    private static int Done(Action action)
    {
        action();
        return 1;
    }

    private static (Tensor Keep, Tensor Gone) KeptAndGone()
    {
        using var scope = NewDisposeScope();
        var gone = ones(2);
        return ((gone * 2).MoveToOuterDisposeScope(), gone);
    }

    private static string WithStyle(TensorStringStyle style, Func<string> print) => WithOptions(() =>
    {
        torch.TensorStringStyle = style;
        return print();
    });

    private static string WithOptions(Func<string> print)
    {
        var before = TorchSharp.Printing.PrintOptions.Default;
        try
        {
            return print();
        }
        finally
        {
            TorchSharp.Printing.PrintOptions.Default = before;
        }
    }
}
