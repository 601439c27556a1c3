using TorchSharp.Scopes;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost open dispose scope of this thread.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.Current.Innermost;

    /// <summary>Opens a dispose scope: <c>using var scope = torch.NewDisposeScope();</c>.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.Current.Open();

    /// <summary>Computes <paramref name="expr"/> and disposes every tensor made on the way but the result.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        ArgumentNullException.ThrowIfNull(expr);
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    public partial class Tensor
    {
        /// <summary>Hands the tensor from its dispose scope to the enclosing one.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            ((IScoped)this).Scope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes the tensor out of its dispose scope.</summary>
        public Tensor DetachFromDisposeScope()
        {
            ((IScoped)this).Scope?.Detach(this);
            return this;
        }

        /// <summary>Hands the tensor from its dispose scope to <paramref name="other"/>.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (((IScoped)this).Scope is { } scope) scope.MoveToOther(other, this);
            else other?.Attach(this);
            return this;
        }

        /// <summary>Hands the tensor to the dispose scope that owns <paramref name="other"/>.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            return MoveToOtherDisposeScope(((IScoped)other).Scope);
        }
    }
}
